import { isByUser } from '../identity/bindings';
import { opaqueId } from '../identity/names';
import { parseElbArn, scopeIdOf } from '../identity/arn';
import { StackRef } from '../identity/claims';
import { ControllersReading } from './controllers';
import { Coverage } from './coverage';
import { provesAbsenceOf } from './families';
import { reconcileEvents } from './owners/events';
import { Message, message } from '../messages';
import { TargetGroupBindingObject } from './objects';
import { ScopeIndex } from './scopeIndex';
import { ClusterSnapshot } from './snapshot';
import { TargetBinding } from './subject';
import { TargetBindingsOfCluster } from './unit';

/** What the judgement of a cluster's target bindings needs. */
export interface TargetBindingInput {
  now: string;
  cluster: ClusterSnapshot;
  scopes: readonly ScopeIndex[];
  controllers: ControllersReading;
  elsewhere: readonly TargetBindingsOfCluster[];
  stuckAfterSeconds: number;
  /** The subject whose stack a controller-made binding belongs to. */
  subjectOf(
    stack: StackRef | undefined,
    targetGroupArn?: string,
  ): { id: string; ownerExists: boolean | 'unknown' } | undefined;
}

const PREFIXES: Array<[string, StackRef['family']]> = [
  ['ingress.k8s.aws', 'ingress'],
  ['service.k8s.aws', 'service'],
  ['gateway.k8s.aws.alb', 'gateway'],
  ['gateway.k8s.aws.nlb', 'gateway'],
];

/** Their labels: made once, for thousands of bindings are asked by them. */
const LABELS = PREFIXES.map(([prefix, family]) => ({
  family,
  group: `${prefix}/stack`,
  namespace: `${prefix}/stack-namespace`,
  name: `${prefix}/stack-name`,
}));

/** The stack that a binding's labels name (facts/tags-and-identity.md §1.3). */
export function stackOfLabels(
  labels: Readonly<Record<string, string>>,
): StackRef | undefined {
  for (const keys of LABELS) {
    const { family } = keys;
    const group = labels[keys.group];
    const namespace = labels[keys.namespace];
    const name = labels[keys.name];
    if (group !== undefined) {
      return { family, value: group };
    }
    if (namespace !== undefined && name !== undefined) {
      return { family, value: `${namespace}/${name}` };
    }
  }
  return undefined;
}

const NAME = 'targetGroupBindings';

function coverageOf(
  cluster: ClusterSnapshot,
  name: 'targetGroupBindings' | 'autoModeTargetGroupBindings',
): Coverage {
  const { coverage } = cluster.kinds[name] ?? {};
  return coverage && (coverage !== 'absent' || provesAbsenceOf(cluster, name))
    ? coverage
    : 'failed';
}

function isOpen(coverage: Coverage): boolean {
  return coverage !== 'complete' && coverage !== 'absent';
}

/** What other units need to know of this cluster's target bindings. */
export function publishTargetBindings(
  cluster: ClusterSnapshot,
): TargetBindingsOfCluster {
  const { targetGroupBindings: own, autoModeTargetGroupBindings: autoMode } =
    cluster.kinds;
  const coverages = [
    coverageOf(cluster, NAME),
    ...(autoMode ? [coverageOf(cluster, 'autoModeTargetGroupBindings')] : []),
  ];
  return {
    cluster: cluster.cluster,
    coverage: coverages.find(isOpen) ?? coverages[0],
    bindings: [...(own?.items ?? []), ...(autoMode?.items ?? [])].flatMap(
      binding =>
        binding.spec?.targetGroupARN
          ? [
              {
                targetGroupArn: binding.spec.targetGroupARN,
                namespace: binding.metadata.namespace,
                name: binding.metadata.name,
                multiCluster: binding.spec.multiClusterTargetGroup === true,
                byUser: isByUser(binding),
              },
            ]
          : [],
    ),
  };
}

/** Bindings of other clusters, by target group ARN. */
type Rivals = ReadonlyMap<
  string,
  Array<{ cluster: string; multiCluster: boolean }>
>;

/** Only of target groups that are bound here: clusters have few in common. */
function indexRivals(
  bound: readonly TargetGroupBindingObject[],
  elsewhere: readonly TargetBindingsOfCluster[],
): Rivals {
  const here = new Set(bound.map(({ spec }) => spec?.targetGroupARN));
  const rivals = new Map<
    string,
    Array<{ cluster: string; multiCluster: boolean }>
  >();
  for (const { cluster, bindings } of elsewhere) {
    for (const { targetGroupArn, multiCluster } of bindings) {
      if (!here.has(targetGroupArn)) {
        continue;
      }
      const rival = { cluster, multiCluster };
      const list = rivals.get(targetGroupArn);
      if (list) {
        list.push(rival);
      } else {
        rivals.set(targetGroupArn, [rival]);
      }
    }
  }
  return rivals;
}

type Judged = Pick<TargetBinding, 'state' | 'because'>;

function judgeBinding(
  binding: TargetGroupBindingObject,
  input: TargetBindingInput,
  place: { scope?: ScopeIndex; found: boolean },
  rivals: Rivals,
  failure: Message | undefined,
): Judged {
  const { metadata, spec } = binding;
  const { controllers, now, stuckAfterSeconds } = input;
  const object = { namespace: metadata.namespace, name: metadata.name };
  const arn = spec?.targetGroupARN;
  if (metadata.deletionTimestamp && (metadata.finalizers ?? []).length > 0) {
    const waited =
      (Date.parse(now) - Date.parse(metadata.deletionTimestamp)) / 1000;
    if (controllers.decisivelyGone || waited >= stuckAfterSeconds) {
      return {
        state: 'stuck-deleting',
        because: message('binding-state.stuck-deleting', object),
      };
    }
  }
  const targetGroups = place.scope?.snapshot.kinds.targetGroups;
  if (arn !== undefined && !place.found) {
    return targetGroups?.coverage === 'complete'
      ? {
          state: 'stranded',
          because: message('binding-state.stranded', { ...object, arn }),
        }
      : {
          state: 'unknown',
          because: message('binding-state.scope-unread', { ...object, arn }),
        };
  }
  const rival = (arn === undefined ? [] : rivals.get(arn) ?? []).find(
    each => !(each.multiCluster && spec?.multiClusterTargetGroup === true),
  );
  if (rival) {
    return {
      state: 'contested',
      because: message('binding-state.contested', {
        ...object,
        cluster: rival.cluster,
      }),
    };
  }
  if (controllers.liveness === 'gone') {
    return {
      state: 'unattended',
      because: message('binding-state.unattended', object),
    };
  }
  if (controllers.liveness === 'unknown') {
    return { state: 'unknown', because: message('need.controller-evidence') };
  }
  if (failure) {
    return { state: 'failing', because: failure };
  }
  return arn === undefined
    ? { state: 'unknown', because: message('binding-state.no-arn', object) }
    : { state: 'bound', because: message('binding-state.bound', object) };
}

/** The scope that an ARN names, if it is swept. */
function scopeNamedBy(
  arn: string,
  scopes: readonly ScopeIndex[],
): ScopeIndex | undefined {
  const parsed = parseElbArn(arn);
  return parsed && scopes.find(({ id }) => id === scopeIdOf(parsed));
}

/** Where AWS was not read whole, the name that the ARN says; else there is none. */
function nameWhereUnread(
  arn: string | undefined,
  scope: ScopeIndex | undefined,
): string | null {
  const read = scope?.snapshot.kinds.targetGroups?.coverage === 'complete';
  const parsed = arn === undefined || read ? undefined : parseElbArn(arn);
  return parsed?.kind === 'target-group' ? parsed.name : null;
}

/** Judges every TargetGroupBinding of a cluster (DESIGN §6). */
export function judgeTargetBindings(
  input: TargetBindingInput,
): TargetBinding[] {
  const { cluster, scopes } = input;
  const kind = cluster.kinds.targetGroupBindings;
  const scopeOf = (arn: string) =>
    scopes.find(({ targetGroups }) => targetGroups.has(arn)) ??
    scopeNamedBy(arn, scopes);
  const eventsOf = reconcileEvents(cluster.kinds.events?.items ?? []);
  const rivals = indexRivals(kind?.items ?? [], input.elsewhere);
  return (kind?.items ?? []).map((binding): TargetBinding => {
    const { metadata, spec } = binding;
    const arn = spec?.targetGroupARN;
    const scope = arn === undefined ? undefined : scopeOf(arn);
    const targetGroup =
      arn === undefined ? undefined : scope?.targetGroups.get(arn);
    const stack = isByUser(binding)
      ? undefined
      : stackOfLabels(metadata.labels ?? {});
    const subject = input.subjectOf(stack, arn);
    const { failure } = eventsOf(
      `TargetGroupBinding/${metadata.namespace}/${metadata.name}`,
      metadata.uid,
    );
    return {
      id: opaqueId(
        'target-binding',
        cluster.uid ?? cluster.cluster,
        metadata.namespace,
        metadata.name,
      ),
      cluster: cluster.cluster,
      namespace: metadata.namespace,
      name: metadata.name,
      uid: metadata.uid,
      ...(arn !== undefined && { targetGroupArn: arn }),
      targetGroup: targetGroup?.targetGroup.name ?? nameWhereUnread(arn, scope),
      ...(subject && { subjectId: subject.id }),
      ownerExists: subject?.ownerExists ?? 'unknown',
      ...judgeBinding(
        binding,
        input,
        { scope, found: targetGroup !== undefined },
        rivals,
        failure &&
          message('evidence.event', {
            kind: 'TargetGroupBinding',
            namespace: metadata.namespace,
            name: metadata.name,
            reason: failure.reason,
            text: failure.message,
          }),
      ),
      observedAt: kind?.observedAt ?? input.now,
    };
  });
}
