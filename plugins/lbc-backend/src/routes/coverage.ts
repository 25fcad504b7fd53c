import {
  CoverageResponse,
  lbcFleetReadPermission,
} from '@lbc-backstage/plugin-lbc-common';
import { oldest, pageOf } from './offsets';
import { readFlag, readList, readPaging } from './query';
import type { AddRoute } from './types';

/** `GET /coverage` */
export const addCoverage: AddRoute = (router, context) => {
  router.get('/coverage', async (req, res) => {
    const { authorizer, discoveryFacts, httpAuth, store } = context;
    const paging = readPaging(req);
    const targets = readList(req, 'target');
    const incompleteOnly = readFlag(req, 'incomplete');
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await authorizer.demand(lbcFleetReadPermission, credentials);
    const [all, queue, suggestedScopes, unknownClusterTags] = await Promise.all(
      [
        store.listCoverage({ ...(targets && { targets }), incompleteOnly }),
        store.queue(),
        discoveryFacts.listSuggestedScopes(),
        discoveryFacts.listUnknownClusterTags(),
      ],
    );
    const observedAt = oldest(all.map(item => item.observedAt));
    const body: CoverageResponse = {
      ...pageOf(all, paging),
      ...(observedAt && { observedAt }),
      queue,
      suggestedScopes,
      unknownClusterTags,
    };
    res.json(body);
  });
};
