import { JsonObject } from '../json';
import { MakeContext, resourceVersion } from './objects';
import { EDITED_AT, isProtected } from './owners';
import { ClusterPlan, OwnerPlan, StackPlan } from './plan';
import { RECORDED_AT, seconds } from './time';

const HOUR = 60 * 60 * 1000;
const API_VERSIONS: Record<OwnerPlan['kind'], string> = {
  Ingress: 'networking.k8s.io/v1',
  Service: 'v1',
  Gateway: 'gateway.networking.k8s.io/v1',
};
const COMPONENTS: Record<OwnerPlan['kind'], string> = {
  Ingress: 'ingress',
  Service: 'service',
  Gateway: 'gateway.k8s.aws/alb',
};

/** The events of a cluster's owners. They live an hour, so most owners have none. */
export function events(
  cluster: ClusterPlan,
  context: MakeContext,
): JsonObject[] {
  if (!cluster.attended) {
    return [];
  }
  return cluster.stacks
    .filter(stack => stack.fate !== 'ownerless')
    .flatMap(stack =>
      stack.owners.flatMap(owner => ownerEvents(stack, owner, context)),
    );
}

function ownerEvents(
  stack: StackPlan,
  owner: OwnerPlan,
  { ids, changed }: MakeContext,
): JsonObject[] {
  const dice = ids.number(HOUR * 2, 'event', owner.uid);
  const result: JsonObject[] = [];
  const alive = owner.deletedAt === undefined;
  if (alive && changed && stack.changes) {
    result.push(reconciled(owner, EDITED_AT + 2000, ids));
  } else if (alive && dice < HOUR) {
    result.push(reconciled(owner, RECORDED_AT - dice, ids));
  }
  // Only a Service says why its deletion does not end; an Ingress is silent.
  if (!alive && isProtected(stack) && owner.kind === 'Service') {
    result.push(
      event(owner, ids, {
        reason: 'FailedBuildModel',
        type: 'Warning',
        message: `Failed build model due to deletion_protection is enabled, cannot delete the service: ${owner.name}`,
        first: Math.max(owner.deletedAt ?? 0, RECORDED_AT - HOUR / 2),
        last: RECORDED_AT - 5 * 60 * 1000,
        count: 12,
      }),
    );
  }
  return result;
}

function reconciled(
  owner: OwnerPlan,
  at: number,
  ids: MakeContext['ids'],
): JsonObject {
  return event(owner, ids, {
    reason: 'SuccessfullyReconciled',
    type: 'Normal',
    message: 'Successfully reconciled',
    first: at,
    last: at,
    count: 1,
  });
}

function event(
  owner: OwnerPlan,
  ids: MakeContext['ids'],
  options: {
    reason: string;
    type: string;
    message: string;
    first: number;
    last: number;
    count: number;
  },
): JsonObject {
  const { kind, namespace, name, uid } = owner;
  const { reason, type, message, first, last, count } = options;
  const component = COMPONENTS[kind];
  const eventUid = ids.uid('event', uid, reason, first);
  return {
    metadata: {
      name: `${name}.${ids.hex(16, 'event', uid, reason, first)}`,
      namespace,
      uid: eventUid,
      resourceVersion: resourceVersion(ids, eventUid),
      creationTimestamp: seconds(first),
    },
    involvedObject: {
      kind,
      namespace,
      name,
      uid,
      apiVersion: API_VERSIONS[kind],
      resourceVersion: resourceVersion(ids, uid),
    },
    reason,
    message,
    source: { component },
    firstTimestamp: seconds(first),
    lastTimestamp: seconds(last),
    count,
    type,
    eventTime: null,
    reportingComponent: component,
    reportingInstance: '',
  };
}
