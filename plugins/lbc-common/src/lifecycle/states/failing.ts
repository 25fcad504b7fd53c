import { Evidence } from '../../inventory/subject';
import { message } from '../../messages';
import { NO, OwnerCase, Rule, staying } from '../case';
import { frozenBy } from '../freeze';
import { ownerReadAt } from '../gaps';

/** What says that the controller tries and fails for an owner. */
export function failureOf({ record }: OwnerCase): Evidence | undefined {
  const object = {
    kind: record.kind,
    namespace: record.metadata.namespace,
    name: record.metadata.name,
  };
  const { failure } = record.events;
  if (failure) {
    return {
      message: message('evidence.event', {
        ...object,
        reason: failure.reason,
        text: failure.message,
      }),
      source: 'kubernetes',
      observedAt: failure.at,
      role: 'supports',
    };
  }
  const [refusal] = record.refusals;
  if (refusal) {
    return {
      message: message('evidence.condition', {
        ...object,
        type: refusal.type,
        reason: refusal.reason,
        text: refusal.message,
      }),
      source: 'kubernetes',
      role: 'supports',
    };
  }
  return record.claim.status === 'class-missing' && record.claim.reason
    ? {
        message: record.claim.reason,
        source: 'kubernetes',
        role: 'supports',
      }
    : undefined;
}

/** 9. A controller is alive, tries and fails. No event is not success. */
export const failing: Rule = {
  state: 'failing',
  onlyWhenProven: true,
  judge(subject) {
    const { loadBalancer, cluster } = subject;
    if (loadBalancer?.state.code === 'failed') {
      return {
        holds: true,
        because: message('state.failing-in-aws', {
          loadBalancer: loadBalancer.name,
          reason: loadBalancer.state.reason ?? '?',
        }),
      };
    }
    if (cluster?.controllers.liveness !== 'alive') {
      return NO;
    }
    const frozen = frozenBy(subject);
    if (frozen) {
      const { kind, metadata } = frozen.owner.record;
      return {
        holds: true,
        because: message('state.failing-frozen', {
          kind,
          namespace: metadata.namespace,
          name: metadata.name,
          owners: subject.owners.length,
        }),
        evidence: [
          {
            message: frozen.reason,
            source: 'kubernetes',
            observedAt: ownerReadAt(subject, kind),
            role: 'supports',
          },
        ],
      };
    }
    for (const owner of staying(subject)) {
      const failure = failureOf(owner);
      if (failure) {
        const { kind, metadata } = owner.record;
        return {
          holds: true,
          because: message('state.failing', {
            kind,
            namespace: metadata.namespace,
            name: metadata.name,
          }),
          evidence: [
            {
              ...failure,
              observedAt: failure.observedAt ?? ownerReadAt(subject, kind),
            },
          ],
        };
      }
    }
    return cluster.snapshot.kinds.events?.coverage === 'complete'
      ? NO
      : { holds: false, notExamined: [message('gap.events')] };
  },
};
