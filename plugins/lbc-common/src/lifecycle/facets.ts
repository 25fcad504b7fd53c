import { attendanceOf } from './attendance';
import { OwnerCase, SubjectCase, isAwsUnread } from './case';
import { readDrift } from './drift';
import { failureThat } from './findings/parts';
import { HealthReading, unhealthyTargets } from './health';
import { servedElsewhere } from './elsewhere';
import { Judgement } from './machine';
import { CERTIFICATE_REFUSED } from './refusals';
import { Facets } from './types';

function serving(
  subject: SubjectCase,
  health: HealthReading,
): Facets['serving'] {
  const { loadBalancer } = subject;
  if (!loadBalancer) {
    return isAwsUnread(subject) ? 'unknown' : 'no';
  }
  if (
    loadBalancer.state.code === 'failed' ||
    loadBalancer.state.code === 'provisioning'
  ) {
    return 'no';
  }
  if (!subject.targetGroupsComplete || health.unread > 0) {
    return 'unknown';
  }
  if (health.healthy > 0) {
    return health.groupsDown > 0 || health.groupsEmpty > 0 ? 'partly' : 'yes';
  }
  // With no healthy target at all an ALB sends to every one: fail-open.
  return health.total > 0 && loadBalancer.type === 'application'
    ? 'partly'
    : 'no';
}

function attended(
  subject: SubjectCase,
  judgement: Judgement,
): Facets['attended'] {
  const owners = subject.owners.filter(({ role }) => role !== 'disowner');
  if (subject.identity?.generation === 'eks-auto-mode') {
    return owners.length > 0 ? 'aws' : 'unknown';
  }
  if (servedElsewhere(subject)?.code === 'need.auto-mode') {
    return 'unknown';
  }
  if (owners.some(({ record }) => record.claim.by === 'cloud-controller')) {
    return 'cloud-controller';
  }
  if (judgement.state === 'superseded' || judgement.state === 'orphaned') {
    return 'nobody';
  }
  const attendances = owners.map(owner => attendanceOf(subject, owner));
  if (attendances.some(({ liveness }) => liveness === 'alive')) {
    return 'controller';
  }
  return attendances.length > 0 &&
    attendances.every(
      ({ liveness, decisivelyGone }) => liveness === 'gone' || decisivelyGone,
    )
    ? 'nobody'
    : 'unknown';
}

function newest(times: Array<string | undefined>): string | undefined {
  return times.reduce<string | undefined>(
    (best, each) => (each && each > (best ?? '') ? each : best),
    undefined,
  );
}

function reconcile(
  subject: SubjectCase,
  owners: readonly OwnerCase[],
): Facets['reconcile'] {
  const specChangedAt = newest(
    owners.map(
      ({ record }) =>
        record.metadata.specChangedAt ?? record.metadata.creationTimestamp,
    ),
  );
  const lastSuccessAt = newest([
    subject.memory.lastSuccessAt,
    ...owners.map(({ record }) => record.events.lastSuccessAt),
  ]);
  const lagSeconds =
    specChangedAt && lastSuccessAt
      ? (Date.parse(lastSuccessAt) - Date.parse(specChangedAt)) / 1000
      : undefined;
  return {
    ...(specChangedAt && { specChangedAt }),
    ...(lastSuccessAt && { lastSuccessAt }),
    ...(lagSeconds !== undefined && lagSeconds >= 0 && { lagSeconds }),
  };
}

const RESOURCE_OF_FAMILY = {
  ingress: 'ingresses',
  service: 'services',
  gateway: 'gateways',
  'global-accelerator': 'globalaccelerators',
} as const;

function writes(subject: SubjectCase): Facets['writes'] {
  const { webhooks } = subject.cluster?.controllers ?? {};
  // The controller's own writes go through the same webhooks (F21).
  if (failureThat(subject, CERTIFICATE_REFUSED)) {
    return 'refused';
  }
  if (!webhooks || !subject.stack || webhooks.status === 'unknown') {
    return 'unknown';
  }
  return webhooks.status === 'dead' &&
    webhooks.resources.includes(RESOURCE_OF_FAMILY[subject.stack.family])
    ? 'refused'
    : 'accepted';
}

/** The facets that stand beside a state. */
export function facetsOf(subject: SubjectCase, judgement: Judgement): Facets {
  return {
    serving: serving(subject, unhealthyTargets(subject)),
    attended: attended(subject, judgement),
    reconcile: reconcile(subject, subject.owners),
    drift: readDrift(subject).facet,
    writes: writes(subject),
  };
}
