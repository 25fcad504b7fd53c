import type { TransitionsResponse } from '@lbc-backstage/plugin-lbc-common';
import { AuthorizedReadStore } from '../permissions';
import { targetsOf } from './entityLoadBalancers';
import { readPaging } from './query';
import type { AddRoute } from './types';

/** `GET /subjects/:id/transitions` */
export const addTransitions: AddRoute = (router, context) => {
  router.get('/subjects/:id/transitions', async (req, res) => {
    const { authorizer, httpAuth } = context;
    const { id } = req.params;
    const paging = readPaging(req);
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const store = await AuthorizedReadStore.create({
      store: context.store,
      authorizer,
      credentials,
    });
    const subject = await store.readSubject(id);
    const { summary } = subject.whole;
    const targets = targetsOf([summary]);
    const [{ items, nextCursor }, coverage] = await Promise.all([
      store.listTransitions(subject, paging),
      targets.length
        ? context.store.listCoverage({ targets, incompleteOnly: true })
        : [],
    ]);
    const body: TransitionsResponse = {
      items,
      ...(nextCursor && { nextCursor }),
      observedAt: summary.observedAt,
      coverage,
    };
    res.json(body);
  });
};
