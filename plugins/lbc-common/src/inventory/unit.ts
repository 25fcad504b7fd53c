import type { ClusterConfirmations } from './confirmations';
import { ScopeIndex } from './scopeIndex';
import { Coverage } from './coverage';
import { ClusterSnapshot, TargetIdentities } from './snapshot';
import { ClusterBinding, Controller, Subject, TargetBinding } from './subject';
import { StackOverlay } from './workloads';
import { LifecycleSettings } from '../lifecycle/types';
import { Message } from '../messages';

/** A cluster that an operator declared gone (`lbc.retiredClusters`). @public */
export interface RetiredCluster {
  clusterTag: string;
  accountId: string;
  region: string;
  vpcId: string;
  by: string;
  /** ISO 8601. */
  at: string;
  /** Where it is not an operator who says so, but EKS, asked twice. */
  eks?: GoneSighting & { arn: string };
}

/** When EKS first and last answered that it does not have a cluster. @public */
export interface GoneSighting {
  /** ISO 8601: when those sweeps began. */
  firstAt: string;
  lastAt: string;
}

/** TargetGroupBindings of a cluster, as far as other units need them. @public */
export interface TargetBindingsOfCluster {
  cluster: string;
  coverage: Coverage;
  bindings: Array<{
    targetGroupArn: string;
    namespace: string;
    name: string;
    multiCluster: boolean;
    /** Written by a user: without stack labels. */
    byUser: boolean;
  }>;
  /** DNS names in the status of its owners, lower case: load balancers it names. */
  hostnames?: string[];
  /** Stacks of owners that name no load balancer: one of an unproven name may be theirs. */
  waiting?: string[];
  /** What its controllers call it (`--cluster-name`). */
  names?: string[];
}

/**
 * A condition seen in distinct sweeps, on the cluster's side and on AWS': what
 * waits are counted from.
 * @public
 */
export interface Sighting {
  /** When the first cluster sweep that showed it began (ISO 8601). */
  firstClusterSweep: string;
  /** When AWS had been read before that sweep began. */
  firstScopeRead: string;
  /** And of the latest. */
  lastClusterSweep: string;
  lastScopeRead: string;
}

/** What is remembered of one subject between runs of correlate. @public */
export interface SubjectMemory {
  arn?: string;
  /** The value of its cluster tag when it was first seen. */
  clusterTag?: string;
  /** Owners that were seen, with every UID; a re-created owner has a new one. */
  owners: Array<{
    kind: string;
    namespace: string;
    name: string;
    uid: string;
    firstSeenAt: string;
    lastSeenAt: string;
    /** This owner's status and this load balancer were seen naming each other. */
    witnessed: boolean;
  }>;
  /** Sightings of conditions that need two, by name (`owner-absent`, `superseded`). */
  sightings: Record<string, Sighting>;
  /** When AWS' own list last showed it, and the time before that. */
  scopeReads?: { previousAt?: string; lastAt: string };
  /** The targets that were registered, as a hash: changing ones mean life. */
  targets?: string;
  /** When an owner was first seen to hold a finalizer without a claim. */
  releasedSince?: string;
  /** Readings of unhealthy targets, for `degraded`. */
  unhealthySince?: string;
  unhealthyReadAt?: string;
  /** The controller's last success that an Event told; Events live an hour. */
  lastSuccessAt?: string;
}

/** What is remembered of a cluster's controllers. @public */
export interface ControllerMemory {
  lastAliveAt?: string;
  /** When it was first seen gone, in which sweep. */
  goneSince?: string;
  goneFirstSweep?: string;
}

/** What correlate remembers of a unit. Plain JSON; the store keeps it. @public */
export interface UnitMemory {
  clusterUid?: string;
  controller?: ControllerMemory;
  /** By subject id. */
  subjects: Record<string, SubjectMemory>;
  /** Namespaces in which owners were seen: a list without them is not complete. */
  namespacesWithOwners: string[];
  /** Owners with a load balancer at the last complete sweep, for mass loss. */
  ownerCount?: { count: number; clusterSweep: string };
  /** Set while a mass loss waits for a person's word. */
  massLossSince?: string;
  /** Words of operators that no longer hold: what they called gone came back. */
  endedConfirmations?: string[];
  /**
   * Owners that were seen with a load balancer of theirs that had a security
   * group, by the group's ARN: it has no time of creation of its own.
   */
  witnessedGroups?: Record<string, SubjectMemory['owners']>;
  /** Clusters that EKS does not have, by ARN. */
  goneClusters?: Record<string, GoneSighting>;
}

/** @public */
export const EMPTY_UNIT_MEMORY: UnitMemory = {
  subjects: {},
  namespacesWithOwners: [],
};

/** Input of {@link correlateCluster}. @public */
export interface ClusterUnitInput {
  /** ISO 8601; the only clock there is. */
  now: string;
  cluster: ClusterSnapshot;
  /** Every scope that is swept. */
  scopes: readonly ScopeIndex[];
  /** All stored bindings, of every cluster. */
  bindings: readonly ClusterBinding[];
  /** Target bindings of every other known cluster. */
  elsewhere: readonly TargetBindingsOfCluster[];
  /** What detail jobs found, by subject id. */
  identities: ReadonlyMap<string, TargetIdentities>;
  /** What detail jobs read of stacks, by subject id: overlays with their own times. */
  details?: ReadonlyMap<string, StackOverlay>;
  memory: UnitMemory;
  settings: LifecycleSettings;
  /** Tag keys that mean infrastructure code made it (`lbc.infrastructureTags`). */
  infrastructureTags?: readonly string[];
  /** What operators say of this cluster. */
  confirmations?: ClusterConfirmations;
}

/** A detail job that would decide a candidate. @public */
export interface WantedIdentities {
  subjectId: string;
  cluster: string;
  /** IP addresses and instance ids of healthy targets, at most 100. */
  targetIds: string[];
}

/** Output of correlate for one unit. @public */
export interface UnitResult {
  subjects: Subject[];
  targetBindings: TargetBinding[];
  controllers: Controller[];
  /** Bindings seen now; the store merges them with those it has. */
  bindings: ClusterBinding[];
  memory: UnitMemory;
  wantedIdentities: WantedIdentities[];
  /** What other units need of this cluster; the store passes it to them as `elsewhere`. */
  published?: TargetBindingsOfCluster;
  /**
   * Kinds (by id) whose list ended and yet cannot be whole, with why: a proxy
   * that filters answers 200 with less. They count as `partial`.
   */
  doubts?: Record<string, Message>;
  /** The earliest end of a wait (ISO 8601): when the same input may judge otherwise. */
  nextReviewAt?: string;
}

/** Input of {@link correlateUnclaimed}: what no cluster's unit holds. @public */
export interface UnclaimedUnitInput {
  now: string;
  scope: ScopeIndex;
  bindings: readonly ClusterBinding[];
  /** ARNs of load balancers that a cluster's unit holds. */
  claimed: ReadonlySet<string>;
  retired: readonly RetiredCluster[];
  /** Tag keys that mean infrastructure code made it (`lbc.infrastructureTags`). */
  infrastructureTags?: readonly string[];
  /** Target bindings of every known cluster. */
  elsewhere: readonly TargetBindingsOfCluster[];
  memory: UnitMemory;
  settings: LifecycleSettings;
}
