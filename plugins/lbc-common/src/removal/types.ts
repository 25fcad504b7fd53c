import { Facets, LifecycleState } from '../lifecycle/types';
import { Family, Generation } from '../identity/tags';
import { SubjectLoadBalancer } from '../inventory/subject';
import { Message } from '../messages';
import { RemovalFacts } from './facts';

/** What may go. @public */
export const WHAT_IF_SCENARIOS = [
  'controller-goes',
  'owner-goes',
  'namespace-goes',
  'ingress-class-goes',
  'cluster-goes',
] as const;

/** What may go. @public */
export type WhatIfScenario = (typeof WHAT_IF_SCENARIOS)[number];

/** A subject, as far as its removal needs it: what the store keeps of one. @public */
export interface RemovalSubject {
  id: string;
  kind: 'load-balancer' | 'owner' | 'target-group' | 'security-group';
  cluster?: string;
  accountId?: string;
  region?: string;
  generation: Generation;
  family?: Family;
  stack?: string;
  loadBalancer?: SubjectLoadBalancer;
  /** Of a security group that no load balancer has. */
  securityGroup?: { id: string; name: string; arn: string };
  controller: 'alive' | 'gone' | 'unknown';
  state: LifecycleState;
  grade?: 'witnessed' | 'inferred';
  /** When its state began (ISO 8601), as far as it was watched. */
  since: string;
  /** The age of the oldest source behind it (ISO 8601). */
  observedAt: string;
  facets: Pick<Facets, 'serving' | 'writes'>;
  targetGroups: ReadonlyArray<{
    arn: string;
    name: string;
    health?: { observedAt: string; byState: Readonly<Record<string, number>> };
  }>;
  /** Target bindings of its stack in its cluster. */
  targetBindings: ReadonlyArray<{ namespace: string; name: string }>;
  /** Absent where it was judged before the product knew to ask. */
  removal?: RemovalFacts;
  /** What a detail job read, where one did. */
  live?: {
    observedAt: string;
    loadBalancerAttributes?: Readonly<Record<string, string>>;
  };
}

/** Something that is there: in AWS by its ARN or ID, in a cluster by its name. @public */
export interface RemovalItem {
  kind: 'load-balancer' | 'target-group' | 'security-group' | 'object';
  /** ARN or ID; of an object as in `Ingress shop/web`. */
  id: string;
  name: string;
  because: Message;
}

/** An object that waits for its finalizer. @public */
export interface RemovalHang {
  /** As in `Ingress shop/web`. */
  object: string;
  /** Empty for one that waits for others, as a namespace does. */
  finalizers: string[];
  /** Already now, as soon as it happens, or once somebody deletes the object afterwards. */
  when: 'now' | 'then' | 'later';
  because: Message;
}

/** What becomes of one subject. @public */
export type WhatIfOutcome =
  | 'unaffected'
  | 'stays'
  | 'goes'
  | 'hangs'
  | 'leaks'
  | 'unknown';

/** What a scenario means for one subject. @public */
export interface SubjectWhatIf {
  subjectId: string;
  /** Of the load balancer, or its owner. */
  name: string;
  outcome: WhatIfOutcome;
  because: Message;
  stays: RemovalItem[];
  /** What the controller removes, as it should. */
  goes: RemovalItem[];
  hangs: RemovalHang[];
  /** What nobody removes any more. */
  leaks: RemovalItem[];
  /** What stands in the way now, whether or not it is done. */
  blocks: Message[];
  /** Inputs that are missing. */
  unknown: Message[];
}

/** What a scenario means for what was asked about, summed. @public */
export interface WhatIfAnswer {
  scenario: WhatIfScenario;
  subjects: SubjectWhatIf[];
  totals: Record<WhatIfOutcome, number>;
  /** In which order to do it instead. */
  order: Message[];
  /** What holds for the whole of it. */
  notes: Message[];
  /** What was not seen, so that there may be more. */
  unknown: Message[];
}

/** What is asked. @public */
export interface WhatIfQuestion {
  scenario: WhatIfScenario;
  subjects: readonly RemovalSubject[];
  /** For `namespace-goes`: which; absent: each that an owner is in. */
  namespace?: string;
  /** For `ingress-class-goes`: which; absent: each that an owner names. */
  ingressClass?: string;
  /** Target bindings that no stack made: written by hand. */
  looseTargetBindings?: ReadonlyArray<{
    cluster: string;
    namespace: string;
    name: string;
    targetGroupArn?: string;
  }>;
  /** What was not read completely, as in `ingresses`, by cluster. */
  unread?: ReadonlyArray<{ cluster: string; kind: string }>;
  /** Subjects beyond those that were looked at. */
  more?: number;
}
