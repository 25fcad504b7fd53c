import {
  OwnerReference,
  resourcesInUse,
  SubjectSummary,
} from '@lbc-backstage/plugin-lbc-common';
import type { EntityMatch } from '../store/types';
import {
  answerCompatibility,
  ClusterQuestion,
  questionOfCluster,
  visibleOwners,
} from './compatibility';
import { loadEntity } from './loadEntity';
import { permittedCluster, ReadEntity, readEntity } from './readEntity';
import { MOST_SUBJECTS } from './removal';
import type { AddRoute } from './types';

/** What of a subject is the entity's own; without a match by object, all of it. */
function ownOf(
  owners: readonly OwnerReference[],
  { objects = [] }: EntityMatch,
): OwnerReference[] {
  if (objects.length === 0) {
    return [...owners];
  }
  const own = new Set(objects);
  const known = owners.filter(({ kind, namespace, name }) =>
    own.has(`${kind}/${namespace}/${name}`),
  );
  // Services behind another team's owner: its own part of it.
  const services = objects.flatMap((object): OwnerReference[] => {
    const [kind, namespace, name] = object.split('/');
    return kind === 'Service' ? [{ kind, namespace, name }] : [];
  });
  return [...known, ...services];
}

/** One question a cluster that holds something of the entity's. */
async function questionsOf({
  store,
  entityRefs,
}: ReadEntity): Promise<ClusterQuestion[]> {
  const page = await store.listSubjects({ entityRefs, limit: MOST_SUBJECTS });
  const byCluster = new Map<
    string,
    { owners: OwnerReference[]; subjects: SubjectSummary[]; hides: boolean }
  >();
  for (const { summary, match } of page.items) {
    const { cluster, id } = summary;
    if (cluster !== undefined) {
      const known = byCluster.get(cluster) ?? {
        owners: [],
        subjects: [],
        hides: false,
      };
      const { whole, view } = await store.readSubject(id);
      known.owners.push(...ownOf(visibleOwners(whole, view), match));
      known.subjects.push(summary);
      known.hides ||= view?.hides ?? false;
      byCluster.set(cluster, known);
    }
  }
  return [...byCluster].map(([cluster, { owners, subjects, hides }]) => {
    const isAutoMode = ({ generation }: SubjectSummary) =>
      generation === 'eks-auto-mode';
    const some = subjects.some(isAutoMode);
    const all = subjects.every(isAutoMode);
    return {
      cluster,
      asked: { owners, othersToo: store.access.may === 'all' },
      resources: resourcesInUse(subjects),
      hides: hides || page.hidden > 0,
      keep: ({ controller }) =>
        controller.kind === 'eks-auto-mode' ? some : !all,
    };
  });
}

/** `GET /entities/by-name/:kind/:namespace/:name/compatibility` */
export const addEntityCompatibility: AddRoute = (router, context) => {
  const path = '/entities/by-name/:kind/:namespace/:name/compatibility';
  router.get(path, async (req, res) => {
    const { catalog, compatibility, httpAuth } = context;
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const entity = await loadEntity(req, { catalog, credentials });
    const read = await readEntity(context, { entity, credentials });
    const cluster = await permittedCluster(context, { read, credentials });
    res.json(
      await answerCompatibility({
        assessor: compatibility,
        entityRef: read.entityRef,
        questions:
          cluster !== undefined
            ? [await questionOfCluster(cluster, read.store)]
            : await questionsOf(read),
      }),
    );
  });
};
