import {
  InspectedSubject,
  LbcInventory,
} from '@lbc-backstage/plugin-lbc-backend';
import { renderMessage } from '@lbc-backstage/plugin-lbc-common';

/** One owner, in the words of `truth.json`. */
export interface ReplayedOwner {
  kind: string;
  namespace: string;
  name: string;
  exists: boolean;
  state: string;
}

/** One subject, in the words of `truth.json`. */
export interface ReplayedSubject {
  loadBalancer: string | null;
  arn: string | null;
  clusterTag: string | null;
  owners: ReplayedOwner[];
  controller: string;
  state: string;
  facets: InspectedSubject['facets'];
  evidence: Array<{
    code: string;
    params: NonNullable<InspectedSubject['because']['params']>;
    source: string;
    observedAt: string | null;
    role: string;
    /** In English. */
    text: string;
  }>;
}

/** One TargetGroupBinding, in the words of `truth.json`. */
export interface ReplayedTargetBinding {
  namespace: string;
  name: string;
  /** Null where AWS does not have it. */
  targetGroup: string | null;
  state: string;
}

/** What the product says at one step. */
export interface ReplayedStep {
  step: string;
  subjects: ReplayedSubject[];
  targetBindings: ReplayedTargetBinding[];
}

/** An inventory in the words of `truth.json`. */
export function stepOf(step: string, inventory: LbcInventory): ReplayedStep {
  return {
    step,
    subjects: inventory.subjects.map(subjectOf),
    targetBindings: inventory.targetBindings.map(
      ({ namespace, name, targetGroup, state }) => ({
        namespace,
        name,
        targetGroup,
        state,
      }),
    ),
  };
}

function subjectOf(subject: InspectedSubject): ReplayedSubject {
  const { loadBalancer, clusterTag, controller, state, facets } = subject;
  return {
    loadBalancer: loadBalancer?.name ?? null,
    arn: loadBalancer?.arn ?? null,
    clusterTag: clusterTag ?? null,
    owners: subject.owners.map(owner => ({
      kind: owner.kind,
      namespace: owner.namespace,
      name: owner.name,
      exists: owner.exists,
      state: owner.state,
    })),
    controller,
    state,
    facets,
    evidence: subject.evidence.map(({ message, source, observedAt, role }) => ({
      code: message.code,
      params: message.params ?? {},
      source,
      observedAt: observedAt ?? null,
      role,
      text: renderMessage(message),
    })),
  };
}
