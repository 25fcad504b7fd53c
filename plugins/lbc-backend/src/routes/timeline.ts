import type { TimelineResponse } from '@lbc-backstage/plugin-lbc-common';
import { AuthorizedReadStore } from '../permissions';
import { targetsOf } from './entityLoadBalancers';
import { readPaging } from './query';
import type { AddRoute } from './types';

/** `GET /subjects/:id/timeline` */
export const addTimeline: AddRoute = (router, context) => {
  router.get('/subjects/:id/timeline', async (req, res) => {
    const { id } = req.params;
    const paging = readPaging(req);
    const credentials = await context.httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const store = await AuthorizedReadStore.create({ ...context, credentials });
    const subject = await store.readSubject(id);
    const { summary } = subject.whole;
    const targets = targetsOf([summary]);
    const [{ items, nextCursor }, coverage] = await Promise.all([
      store.listTimeline(subject, {
        ...paging,
        now: new Date(context.now()).toISOString(),
      }),
      targets.length
        ? context.store.listCoverage({ targets, incompleteOnly: true })
        : [],
    ]);
    const body: TimelineResponse = {
      items,
      ...(nextCursor && { nextCursor }),
      observedAt: summary.observedAt,
      coverage,
    };
    res.json(body);
  });
};
