import type { SubjectDetail } from '@lbc-backstage/plugin-lbc-common';
import { AuthorizedReadStore } from '../permissions';
import { targetsOf } from './entityLoadBalancers';
import type { AddRoute } from './types';
import { withConvergence } from './convergence';

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
    const subject = await store.readSubject(id);
    const { whole, view } = subject;
    const summary = view?.summary() ?? whole.summary;
    const { removal, allOwners, members, ...detail } =
      view?.detail() ?? whole.detail;
    const targets = targetsOf([summary]);
    const [transitions, reports, controllers, coverage] = await Promise.all([
      store.listTransitions(subject, { limit: TRANSITIONS }),
      context.store.listReports(id),
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
      owners: withConvergence(summary.owners, reports),
      ...detail,
      controllers: controllers.items,
      transitions: transitions.items,
      coverage,
    };
    res.json(body);
  });
};
