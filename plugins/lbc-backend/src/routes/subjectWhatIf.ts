import { AuthorizedReadStore } from '../permissions';
import { targetsOf } from './entityLoadBalancers';
import {
  answerWhatIf,
  demandNamespace,
  readWhatIf,
  removalSubjectOf,
} from './removal';
import type { AddRoute } from './types';

/** `GET /subjects/:id/what-if` */
export const addSubjectWhatIf: AddRoute = (router, context) => {
  router.get('/subjects/:id/what-if', async (req, res) => {
    const asked = readWhatIf(req);
    const credentials = await context.httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const store = await AuthorizedReadStore.create({ ...context, credentials });
    const { id } = req.params;
    const { whole: found, view } = await store.readSubject(id);
    demandNamespace(asked, [view]);
    const targets = targetsOf([found.summary]);
    const [live, coverage] = await Promise.all([
      context.store.getLiveAttributes([id]),
      targets.length
        ? context.store.listCoverage({ targets, incompleteOnly: true })
        : [],
    ]);
    res.json(
      answerWhatIf({
        req,
        question: { ...asked, subjects: [removalSubjectOf(found, live[id])] },
        coverage,
        views: new Map([[id, view]]),
      }),
    );
  });
};
