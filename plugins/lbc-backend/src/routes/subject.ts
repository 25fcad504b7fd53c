import type { SubjectDetail } from '@lbc-backstage/plugin-lbc-common';
import { AuthorizedReadStore } from '../permissions';
import { targetsOf } from './entityLoadBalancers';
import type { AddRoute } from './types';

const TRANSITIONS = 50;

/** `GET /subjects/:id` */
export const addSubject: AddRoute = (router, context) => {
  router.get('/subjects/:id', async (req, res) => {
    const { authorizer, httpAuth } = context;
    const { id } = req.params;
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const store = await AuthorizedReadStore.create({
      store: context.store,
      authorizer,
      credentials,
    });
    const { summary, detail: stored } = await store.getSubject(id);
    const { removal: _, ...detail } = stored;
    const targets = targetsOf([summary]);
    const [transitions, controllers, coverage] = await Promise.all([
      context.store.listTransitions({ subjectId: id, limit: TRANSITIONS }),
      summary.cluster
        ? context.store.listControllers({
            clusters: [summary.cluster],
            limit: 100,
          })
        : { items: [] },
      targets.length
        ? context.store.listCoverage({ targets, incompleteOnly: true })
        : [],
    ]);
    const body: SubjectDetail = {
      ...summary,
      ...detail,
      controllers: controllers.items,
      transitions: transitions.items,
      coverage,
    };
    res.json(body);
  });
};
