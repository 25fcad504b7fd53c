import { Evidence } from '../../inventory/subject';
import { Message, message } from '../../messages';
import { OwnerCase, SubjectCase } from '../case';
import { ownerReadAt } from '../gaps';
import { ClusterFacts } from './clusterFacts';

/** An owner as messages name it. */
export function objectOf({ record }: OwnerCase) {
  return {
    kind: record.kind,
    namespace: record.metadata.namespace,
    name: record.metadata.name,
  };
}

/** Something that an owner itself shows. */
export function ownerEvidence(
  subject: SubjectCase,
  owner: OwnerCase,
  said: Message,
  role: Evidence['role'] = 'supports',
): Evidence {
  return {
    message: said,
    source: 'kubernetes',
    observedAt: ownerReadAt(subject, owner.record.kind),
    role,
  };
}

/** Something that the list of load balancers or target groups shows. */
export function awsEvidence({ scope }: SubjectCase, said: Message): Evidence {
  return {
    message: said,
    source: 'aws',
    observedAt: scope?.snapshot.kinds.loadBalancers?.observedAt,
    role: 'supports',
  };
}

/** A failure that the controller told of an owner or of one of its bindings. */
export interface ToldFailure {
  /** The owner; absent where a TargetGroupBinding's event tells. */
  owner?: OwnerCase;
  reason: string;
  text: string;
  evidence: Evidence;
}

/** Many rules ask for them. */
const known = new WeakMap<SubjectCase, readonly ToldFailure[]>();

/**
 * The failures that the controller told last, of every owner and of every
 * TargetGroupBinding of the stack. A later success takes one back.
 */
export function failuresOf(subject: SubjectCase): readonly ToldFailure[] {
  let failures = known.get(subject);
  if (!failures) {
    failures = readFailures(subject);
    known.set(subject, failures);
  }
  return failures;
}

function readFailures(subject: SubjectCase): ToldFailure[] {
  const told = (
    object: { kind: string; namespace: string; name: string },
    failure: { reason: string; message: string; at: string },
    owner?: OwnerCase,
  ): ToldFailure => ({
    ...(owner && { owner }),
    reason: failure.reason,
    text: failure.message,
    evidence: {
      message: message('evidence.event', {
        ...object,
        reason: failure.reason,
        text: failure.message,
      }),
      source: 'kubernetes',
      observedAt: failure.at,
      role: 'supports',
    },
  });
  const ofOwners = subject.owners.flatMap(owner => {
    const { failure } = owner.record.events;
    return failure ? [told(objectOf(owner), failure, owner)] : [];
  });
  if (!subject.cluster) {
    return ofOwners;
  }
  const ofBindings = ClusterFacts.of(subject.cluster.snapshot)
    .bindingFailures(subject.stack)
    .map(({ namespace, name, failure }) =>
      told({ kind: 'TargetGroupBinding', namespace, name }, failure),
    );
  return [...ofOwners, ...ofBindings];
}

/** The first failure whose text matches, with what matched. */
export function failureThat(
  subject: SubjectCase,
  pattern: RegExp,
): (ToldFailure & { match: RegExpExecArray }) | undefined {
  for (const failure of failuresOf(subject)) {
    const match = pattern.exec(failure.text);
    if (match) {
      return { ...failure, match };
    }
  }
  return undefined;
}

/** Owners that the controller still has something to do with. */
export function holders({ owners }: SubjectCase): OwnerCase[] {
  return owners.filter(({ role }) => role !== 'disowner');
}
