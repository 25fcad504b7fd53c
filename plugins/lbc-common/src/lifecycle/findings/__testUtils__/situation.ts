import { loadBundledWorld } from 'lbc-sandbox';
import {
  clusterOfStep,
  clustersOfWorld,
  identitiesOfStep,
  scopeOfStep,
} from '../../../__testUtils__/recordings';
import { mergeBindings } from '../../../identity/bindings';
import {
  ClusterBinding,
  ClusterSnapshot,
  EMPTY_UNIT_MEMORY,
  EventObject,
  IngressObject,
  RetiredCluster,
  ScopeSnapshot,
  StackDetail,
  StackOverlay,
  Subject,
  TargetIdentities,
  UnitMemory,
  correlateCluster,
  correlateUnclaimed,
  indexScope,
  loadBalancerSubjectId,
} from '../../../inventory';
import { DEFAULT_LIFECYCLE_SETTINGS } from '../../types';

type Kinds = ClusterSnapshot['kinds'];

/** A recorded step, changed into a situation that no recording shows. */
export interface Situation {
  world: string;
  /** Default 0. Several are watched one after the other; only the last is changed. */
  steps?: number[];
  /** Kinds that are other than recorded. */
  kinds?: (kinds: Kinds) => Partial<Kinds>;
  scope?: (snapshot: ScopeSnapshot) => ScopeSnapshot;
  /** What a detail job read of each load balancer. */
  detail?: Partial<StackDetail>;
  infrastructureTags?: string[];
  /** Bindings of other clusters. */
  bindings?: (mine: readonly ClusterBinding[]) => ClusterBinding[];
  /** Other clusters that the portal knows. */
  elsewhere?: string[];
  retired?: RetiredCluster[];
  /** Leave the cluster out: its load balancers are nobody's. */
  withoutCluster?: boolean;
}

function overlays(
  scope: ScopeSnapshot,
  detail: Partial<StackDetail> | undefined,
): ReadonlyMap<string, StackOverlay> {
  return new Map(
    (detail ? scope.kinds.loadBalancers?.items ?? [] : []).map(({ arn }) => [
      loadBalancerSubjectId(arn),
      {
        detail: {
          loadBalancerArn: arn,
          observedAt: scope.kinds.loadBalancers?.observedAt ?? '',
          notRead: [],
          ...detail,
        },
        services: [],
      },
    ]),
  );
}

/** The subjects of a situation, watched until no wait is open. */
export function subjectsOf(situation: Situation): Subject[] {
  const world = loadBundledWorld(situation.world);
  const numbers = situation.steps ?? [0];
  const [name] = clustersOfWorld(world);
  let memory: UnitMemory = EMPTY_UNIT_MEMORY;
  let unclaimedMemory: UnitMemory = EMPTY_UNIT_MEMORY;
  let bindings: ClusterBinding[] = [];
  let subjects: Subject[] = [];
  const identities = new Map<string, TargetIdentities>();
  for (const [index, number] of numbers.entries()) {
    const step = world.steps[number];
    for (let round = 0; round < 6; round++) {
      const begin =
        Date.parse(step.recordedAt) + index * 3_600_000 + round * 360_000;
      const [at, later, now] = [0, 5_000, 10_000].map(after =>
        new Date(begin + after).toISOString(),
      );
      const seen = scopeOfStep(step, at);
      const isChanged = index === numbers.length - 1;
      const snapshot = (isChanged && situation.scope?.(seen)) || seen;
      const scope = indexScope(snapshot);
      const whole = clusterOfStep({ step, name, at: later });
      const cluster = {
        ...whole,
        kinds: {
          ...whole.kinds,
          ...(isChanged && situation.kinds?.(whole.kinds)),
        },
      };
      const common = { now, settings: DEFAULT_LIFECYCLE_SETTINGS };
      const found = situation.withoutCluster
        ? undefined
        : correlateCluster({
            ...common,
            cluster,
            scopes: [scope],
            bindings: situation.bindings?.(bindings) ?? bindings,
            elsewhere: (situation.elsewhere ?? []).map(each => ({
              cluster: each,
              coverage: 'complete',
              bindings: [],
            })),
            identities,
            details: overlays(snapshot, situation.detail),
            memory,
            infrastructureTags: situation.infrastructureTags,
          });
      for (const { subjectId, targetIds } of found?.wantedIdentities ?? []) {
        identities.set(
          subjectId,
          identitiesOfStep({ step, name, targetIds, at }),
        );
      }
      memory = found?.memory ?? memory;
      bindings = mergeBindings(bindings, found?.bindings ?? []);
      const unclaimed = correlateUnclaimed({
        ...common,
        scope,
        bindings,
        claimed: new Set(
          (found?.subjects ?? []).flatMap(
            ({ loadBalancer }) => loadBalancer?.arn ?? [],
          ),
        ),
        retired: situation.retired ?? [],
        elsewhere: [],
        memory: unclaimedMemory,
      });
      unclaimedMemory = unclaimed.memory;
      subjects = [...(found?.subjects ?? []), ...unclaimed.subjects];
    }
  }
  return subjects;
}

/** Whether any subject of a situation shows a finding. */
export function shows(situation: Situation, code: string): boolean {
  return subjectsOf(situation).some(({ findings }) =>
    findings.some(each => each.code === code),
  );
}

/** Changes every Ingress. */
export function ingresses(change: (ingress: IngressObject) => IngressObject) {
  return ({ ingresses: kind }: Kinds): Partial<Kinds> => ({
    ingresses: kind && { ...kind, items: kind.items.map(change) },
  });
}

/** Adds a Warning that is newer than everything else. */
export function warning(
  object: { kind: string; namespace: string; name: string },
  reason: string,
  text: string,
) {
  return ({ events }: Kinds): Partial<Kinds> => {
    const event: EventObject = {
      metadata: { name: 'told', namespace: object.namespace, uid: 'told' },
      involvedObject: object,
      type: 'Warning',
      reason,
      message: text,
      lastTimestamp: '2099-01-01T00:00:00Z',
    };
    return { events: events && { ...events, items: [...events.items, event] } };
  };
}

/** Several changes, one on top of the other. */
export function all(
  ...changes: Array<(kinds: Kinds) => Partial<Kinds>>
): (kinds: Kinds) => Partial<Kinds> {
  return kinds =>
    changes.reduce<Partial<Kinds>>(
      (changed, change) => ({
        ...changed,
        ...change({ ...kinds, ...changed }),
      }),
      {},
    );
}

/** A time at which a deletion was asked for, long before anything was read. */
export const LONG_AGO = '2026-01-01T00:00:00Z';

/** Marks an object as being deleted. */
export function deleted<T extends { metadata: object }>(object: T): T {
  return {
    ...object,
    metadata: { ...object.metadata, deletionTimestamp: LONG_AGO },
  };
}

/** Puts annotations on an object. */
export function annotated<
  T extends { metadata: { annotations?: Record<string, string> } },
>(object: T, annotations: Record<string, string>): T {
  return {
    ...object,
    metadata: {
      ...object.metadata,
      annotations: { ...object.metadata.annotations, ...annotations },
    },
  };
}

/** A case in which a finding holds, and one, as near as can be, in which it must not. */
export type Cases = Record<string, { holds: Situation; not: Situation }>;
