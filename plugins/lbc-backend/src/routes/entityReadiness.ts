import {
  EntityReadinessResponse,
  isReadinessProblem,
  message,
  OwnerEffect,
  ReadinessTarget,
} from '@lbc-backstage/plugin-lbc-common';
import type { EntityMatch } from '../store/types';
import { visibleOwners } from './compatibility';
import { loadEntity } from './loadEntity';
import { oldest } from './offsets';
import { maySeeReport, readTarget } from './readiness';
import { permittedCluster, ReadEntity, readEntity } from './readEntity';
import { MOST_SUBJECTS } from './removal';
import type { AddRoute, RouteContext } from './types';

/** Owners that an answer may name, as `<subject> <kind>/<namespace>/<name>`. */
type Names = Set<string>;

function nameOf(
  subjectId: string,
  { kind, namespace, name }: OwnerEffect['owner'],
): string {
  return `${subjectId} ${kind}/${namespace}/${name}`;
}

/** The entity's own of a subject's owners; without a match by object, all. */
function isOwn(
  owner: OwnerEffect['owner'],
  { objects = [] }: EntityMatch,
): boolean {
  const own = objects.filter(each => !each.startsWith('Service/'));
  return (
    own.length === 0 ||
    own.includes(`${owner.kind}/${owner.namespace}/${owner.name}`)
  );
}

/** Clusters that hold something of the entity's, with the owners to name. */
async function clustersOf({
  store,
  entityRefs,
}: ReadEntity): Promise<Map<string, Names>> {
  const page = await store.listSubjects({ entityRefs, limit: MOST_SUBJECTS });
  const clusters = new Map<string, Names>();
  for (const { summary, match } of page.items) {
    const { cluster, id } = summary;
    if (cluster !== undefined) {
      const names = clusters.get(cluster) ?? new Set<string>();
      const { whole, view } = await store.readSubject(id);
      for (const owner of visibleOwners(whole, view)) {
        if (isOwn(owner, match)) {
          names.add(nameOf(id, owner));
        }
      }
      clusters.set(cluster, names);
    }
  }
  return clusters;
}

/** `GET /entities/by-name/:kind/:namespace/:name/readiness` */
export const addEntityReadiness: AddRoute = (router, context) => {
  const path = '/entities/by-name/:kind/:namespace/:name/readiness';
  router.get(path, async (req, res) => {
    const { catalog, httpAuth } = context;
    const target = readTarget(req);
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const entity = await loadEntity(req, { catalog, credentials });
    const read = await readEntity(context, { entity, credentials });
    const cluster = await permittedCluster(context, { read, credentials });
    const whole = await maySeeReport(context, credentials);
    const asked =
      cluster !== undefined
        ? new Map<string, Names | 'all'>([[cluster, whole ? 'all' : new Set()]])
        : await clustersOf(read);
    const { clusters, notes } = await answersOf(context, {
      asked,
      whole,
      ...(target && { target }),
    });
    const observedAt = oldest(
      clusters.flatMap(({ report }) => report?.observedAt ?? []),
    );
    const body: EntityReadinessResponse = {
      entityRef: read.entityRef,
      clusters,
      notes:
        asked.size === 0
          ? [...notes, message('compatibility.no-cluster')]
          : notes,
      ...(observedAt && { observedAt }),
    };
    res.json(body);
  });
};

async function answersOf(
  { readiness }: RouteContext,
  options: {
    asked: ReadonlyMap<string, Names | 'all'>;
    whole: boolean;
    target?: ReadinessTarget;
  },
): Promise<Pick<EntityReadinessResponse, 'clusters' | 'notes'>> {
  const { asked, whole, target } = options;
  const clusters: EntityReadinessResponse['clusters'] = [];
  const notes: EntityReadinessResponse['notes'] = [];
  for (const [cluster, names] of asked) {
    const answer = await readiness.assess({
      cluster,
      ...(target && { target }),
    });
    if (!answer) {
      clusters.push({
        cluster,
        effects: [],
        problems: [message('readiness.cluster-not-read', { cluster })],
      });
    } else if (isReadinessProblem(answer)) {
      clusters.push({
        cluster,
        ...(target && { target }),
        effects: [],
        problems: [answer.problem, ...answer.details],
      });
    } else {
      const from = answer.controller?.version;
      clusters.push({
        cluster,
        target: answer.target,
        ...(from !== undefined && { from }),
        effects: answer.effects.filter(
          ({ subjectId, owner }) =>
            names === 'all' || names.has(nameOf(subjectId, owner)),
        ),
        ...(whole && { report: answer }),
      });
      if (!whole) {
        notes.push(
          message('readiness.whole-cluster-not-permitted', { cluster }),
        );
      }
    }
  }
  return { clusters, notes };
}
