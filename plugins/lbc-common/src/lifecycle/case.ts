import { TagIdentity, Tags } from '../identity/tags';
import { StackRef } from '../identity/claims';
import { AwsLoadBalancer, ManagedSecurityGroup } from '../inventory/aws';
import { ControllersReading } from '../inventory/controllers';
import { FamilyReading } from '../inventory/families';
import { OwnerRecord } from '../inventory/owners';
import { IndexedTargetGroup, ScopeIndex } from '../inventory/scopeIndex';
import { ClusterSnapshot, TargetIdentities } from '../inventory/snapshot';
import {
  RetiredCluster,
  SubjectMemory,
  TargetBindingsOfCluster,
} from '../inventory/unit';
import { StackOverlay } from '../inventory/workloads';
import { Evidence, SubjectDrift } from '../inventory/subject';
import { Message } from '../messages';
import { WithoutRows } from './orphan/rows';
import { LifecycleSettings, LifecycleState } from './types';

/** An owner as one subject sees it. */
export interface OwnerCase {
  record: OwnerRecord;
  /**
   * - `member`: it claims the stack, and is not being deleted
   * - `leaving`: deletion asked for, by timestamp or by release (a finalizer of
   *   this stack without a claim to it)
   * - `disowner`: it neither claims the stack nor holds a finalizer of it
   * - `class-missing`: neither claim nor release can be told
   */
  role: 'member' | 'leaving' | 'disowner' | 'class-missing';
  /** Its status names this load balancer. */
  namesIt: boolean;
}

/** The cluster that a subject belongs to, with what is known of it. */
export interface ClusterContext {
  snapshot: ClusterSnapshot;
  name: string;
  uid: string;
  controllers: ControllersReading;
  families: Record<'ingress' | 'service' | 'gateway', FamilyReading>;
  massLoss: boolean;
  /** EKS does not have it, although the portal does. */
  notInEks?: { arn: string; observedAt?: string };
}

/** Everything that the rules judge one subject by. Nothing else may be looked at. */
export interface SubjectCase {
  now: string;
  settings: LifecycleSettings;
  id: string;
  kind: 'load-balancer' | 'owner' | 'security-group';
  loadBalancer?: AwsLoadBalancer;
  /** For a security group that no load balancer has. */
  securityGroup?: ManagedSecurityGroup;
  scope?: ScopeIndex;
  /** Absent where nobody read them. */
  tags?: Tags;
  identity?: TagIdentity;
  stack?: StackRef;
  /** Absent for what no cluster's unit holds. */
  cluster?: ClusterContext;
  /** The value of its cluster tag is bound to that cluster. */
  bound: boolean;
  /** An operator's word that the cluster of its tag is gone. */
  retired?: RetiredCluster;
  /** Target bindings of all known clusters. */
  targetBindings: readonly TargetBindingsOfCluster[];
  /** Other clusters that are bound to the same value of the cluster tag there. */
  boundElsewhere: string[];
  /** Clusters whose controllers say its cluster tag, and that nothing binds to it anywhere. */
  namedElsewhere?: string[];
  /** Other clusters with an owner of this very stack that names no load balancer. */
  waitingElsewhere?: string[];
  owners: OwnerCase[];
  /** Owners that the tags or the history name and that are not there. */
  missing: Array<{
    kind: OwnerRecord['kind'];
    namespace: string;
    name: string;
  }>;
  /** How it is known to be this cluster's, whatever name its tag says. */
  rename?: 'bindings' | 'name';
  /** Another load balancer that an owner of this stack's name has now. */
  successor?: AwsLoadBalancer;
  targetGroups: IndexedTargetGroup[];
  /** Whether all target groups of the scope were read. */
  targetGroupsComplete: boolean;
  identities?: TargetIdentities;
  /** What a detail job read of the stack, at a time of its own. */
  detail?: StackOverlay;
  /** How that differs from what the owners ask. */
  drift?: SubjectDrift;
  memory: SubjectMemory;
  infrastructureTags: readonly string[];
  /** Rows of the orphan proof that a check of the checks leaves out. */
  without?: WithoutRows;
}

/**
 * What a rule says. `unknown` stops the machine at rules 1–8 and 10: the
 * subject may be in this state, and `wouldDecide` tells what would show.
 */
export type Verdict =
  | { holds: false; notExamined?: Message[] }
  | { holds: 'unknown'; wouldDecide: Message[]; decidesAt?: string }
  | {
      holds: true;
      because: Message;
      evidence?: Evidence[];
      decidesAt?: string;
      grade?: 'witnessed' | 'inferred';
      disowned?: boolean;
    };

/** One state's rule: a pure function of the case. */
export interface Rule {
  state: LifecycleState;
  /** Applies only when proven true; what it lacked is `notExamined` (rules 9, 11, 12). */
  onlyWhenProven?: boolean;
  judge(subject: SubjectCase): Verdict;
}

/** The rule does not hold. */
export const NO: Verdict = { holds: false };

/**
 * Whether AWS can't be asked about an owner's load balancer: its status names
 * one, and its scope is not known or was not read completely.
 */
export function isAwsUnread({ kind, owners, scope }: SubjectCase): boolean {
  return (
    kind === 'owner' &&
    owners.some(({ record }) => record.hostnames.length > 0) &&
    scope?.snapshot.kinds.loadBalancers?.coverage !== 'complete'
  );
}

/** Owners that are not on their way out. */
export function staying(subject: SubjectCase): OwnerCase[] {
  return subject.owners.filter(
    ({ role }) => role === 'member' || role === 'class-missing',
  );
}

/** Owners whose deletion, or release, was asked for. */
export function leaving(subject: SubjectCase): OwnerCase[] {
  return subject.owners.filter(({ role }) => role === 'leaving');
}
