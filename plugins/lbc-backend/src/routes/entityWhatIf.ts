import type { MemberView } from '../permissions';
import { targetsOf } from './entityLoadBalancers';
import { loadEntity } from './loadEntity';
import { readEntity } from './readEntity';
import {
  answerWhatIf,
  demandNamespace,
  MOST_SUBJECTS,
  readWhatIf,
  removalSubjectOf,
} from './removal';
import type { AddRoute } from './types';

/** `GET /entities/by-name/:kind/:namespace/:name/what-if` */
export const addEntityWhatIf: AddRoute = (router, context) => {
  const path = '/entities/by-name/:kind/:namespace/:name/what-if';
  router.get(path, async (req, res) => {
    const asked = readWhatIf(req);
    const { catalog, httpAuth } = context;
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const entity = await loadEntity(req, { catalog, credentials });
    const read = await readEntity(context, { entity, credentials });
    const page = await read.store.listSubjects({
      entityRefs: read.entityRefs,
      limit: MOST_SUBJECTS,
    });
    const ids = page.items.map(({ summary }) => summary.id);
    const targets = targetsOf(page.items.map(({ summary }) => summary));
    const [live, coverage] = await Promise.all([
      context.store.getLiveAttributes(ids),
      targets.length
        ? context.store.listCoverage({ targets, incompleteOnly: true })
        : [],
    ]);
    const subjects = [];
    const views = new Map<string, MemberView | undefined>();
    for (const id of ids) {
      const { whole, view } = await read.store.readSubject(id);
      subjects.push(removalSubjectOf(whole, live[id]));
      views.set(id, view);
    }
    demandNamespace(asked, [...views.values()]);
    res.json(
      answerWhatIf({
        req,
        question: {
          ...asked,
          subjects,
          // What the caller may not read counts, too.
          more: page.total - subjects.length + page.hidden,
        },
        coverage,
        views,
      }),
    );
  });
};
