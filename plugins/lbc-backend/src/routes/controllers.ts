import {
  ControllersResponse,
  lbcFleetReadPermission,
} from '@lbc-backstage/plugin-lbc-common';
import { clusterTarget, sortTargets } from '../entities';
import { oldest } from './offsets';
import { readList, readPaging } from './query';
import type { AddRoute } from './types';

/** `GET /controllers` */
export const addControllers: AddRoute = (router, context) => {
  router.get('/controllers', async (req, res) => {
    const { authorizer, httpAuth, store } = context;
    const paging = readPaging(req);
    const clusters = readList(req, 'cluster');
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await authorizer.demand(lbcFleetReadPermission, credentials);
    const known = sortTargets(await store.listTargets()).clusters;
    const asked = known.filter(({ name }) => clusters?.includes(name) ?? true);
    const [{ items, nextCursor }, coverage] = await Promise.all([
      store.listControllers({ ...(clusters && { clusters }), ...paging }),
      asked.length
        ? store.listCoverage({
            targets: asked.map(({ name }) => clusterTarget(name)),
            incompleteOnly: true,
          })
        : [],
    ]);
    const observedAt = oldest(asked.map(target => target.observedAt));
    const body: ControllersResponse = {
      items,
      ...(nextCursor && { nextCursor }),
      ...(observedAt && { observedAt }),
      coverage,
    };
    res.json(body);
  });
};
