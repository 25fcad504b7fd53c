import { Evidence } from '../inventory/subject';
import { message } from '../messages';
import { OwnerCase, SubjectCase } from './case';
import { attendanceOf } from './attendance';
import { frozenBy, notBuiltBy } from './freeze';
import { ownerReadAt } from './gaps';
import { QUOTA_REACHED, SECURITY_GROUP_IN_USE } from './refusals';

/** What blocks a deletion; a decisive one makes it stuck at once (DESIGN §6). */
export interface Blocker {
  id:
    | 'no-controller'
    | 'webhook'
    | 'deletion-protection'
    | 'class-missing'
    | 'frozen-group'
    | 'security-group'
    | 'quota'
    | 'failing';
  decisive: boolean;
  evidence: Evidence;
}

const RESOURCE: Record<OwnerCase['record']['kind'], string> = {
  Ingress: 'ingresses',
  Service: 'services',
  Gateway: 'gateways',
  GlobalAccelerator: 'globalaccelerators',
};

/** What AWS refuses with, for as long as somebody does not clear it away. */
const REFUSALS: ReadonlyArray<{ id: Blocker['id']; pattern: RegExp }> = [
  { id: 'security-group', pattern: SECURITY_GROUP_IN_USE },
  { id: 'quota', pattern: QUOTA_REACHED },
];

/** Everything that keeps an owner from being deleted. */
export function blockersOf(subject: SubjectCase, owner: OwnerCase): Blocker[] {
  const { cluster } = subject;
  const { record } = owner;
  const blockers: Blocker[] = [];
  const object = {
    kind: record.kind,
    namespace: record.metadata.namespace,
    name: record.metadata.name,
  };
  if (!cluster) {
    return blockers;
  }
  const { controllers } = cluster;
  const attendance = attendanceOf(subject, owner);
  if (attendance.decisivelyGone || attendance.liveness === 'gone') {
    blockers.push({
      id: 'no-controller',
      decisive: true,
      evidence: {
        message: message('blocker.no-controller', {
          ...object,
          finalizers: record.finalizers,
        }),
        source: 'kubernetes',
        observedAt: controllers.observedAt,
        role: 'blocks',
      },
    });
  }
  const { webhooks } = controllers;
  if (
    webhooks.status === 'dead' &&
    webhooks.resources.includes(RESOURCE[record.kind])
  ) {
    blockers.push({
      id: 'webhook',
      decisive: true,
      evidence: {
        message: message('blocker.webhook', {
          ...object,
          webhooks: webhooks.refusing.filter(name =>
            name.startsWith(`v${record.kind.toLowerCase()}.`),
          ),
          service: webhooks.services[0] ?? '',
        }),
        source: 'kubernetes',
        observedAt: webhooks.observedAt,
        role: 'blocks',
      },
    });
  }
  if (record.protectedByAnnotation) {
    blockers.push({
      id: 'deletion-protection',
      decisive: true,
      evidence: {
        message: message('blocker.deletion-protection', {
          ...object,
          annotation: record.protectedByAnnotation,
        }),
        source: 'kubernetes',
        observedAt: ownerReadAt(subject, record.kind),
        role: 'blocks',
      },
    });
  }
  if (record.claim.status === 'class-missing' && record.claim.reason) {
    blockers.push({
      id: 'class-missing',
      decisive: true,
      evidence: {
        message: record.claim.reason,
        source: 'kubernetes',
        role: 'blocks',
      },
    });
  }
  const frozen = frozenBy(subject);
  if (frozen && frozen.owner !== owner) {
    const { kind, metadata } = frozen.owner.record;
    blockers.push({
      id: 'frozen-group',
      decisive: true,
      evidence: {
        message: message('blocker.frozen-group', {
          ...object,
          member: `${metadata.namespace}/${metadata.name}`,
        }),
        source: 'kubernetes',
        observedAt: ownerReadAt(subject, kind),
        role: 'blocks',
      },
    });
  }
  const notBuilt = frozen ? undefined : notBuiltBy(subject);
  const asked = record.metadata.deletionTimestamp ?? '';
  if (notBuilt && notBuilt.owner !== owner && notBuilt.failure.at >= asked) {
    const { namespace, name } = notBuilt.owner.record.metadata;
    blockers.push({
      id: 'frozen-group',
      decisive: true,
      evidence: {
        message: message('blocker.group-not-built', {
          ...object,
          member: `${namespace}/${name}`,
          text: notBuilt.failure.message,
        }),
        source: 'kubernetes',
        observedAt: notBuilt.failure.at,
        role: 'blocks',
      },
    });
  }
  const { failure } = record.events;
  if (failure && failure.at >= asked) {
    const refused = REFUSALS.find(({ pattern }) =>
      pattern.test(failure.message),
    );
    blockers.push({
      id: refused?.id ?? 'failing',
      decisive: refused !== undefined,
      evidence: {
        message: message('evidence.event', {
          ...object,
          reason: failure.reason,
          text: failure.message,
        }),
        source: 'kubernetes',
        observedAt: failure.at,
        role: 'blocks',
      },
    });
  }
  return blockers;
}
