import { OwnerKind } from '../inventory/subject';
import { Message } from '../messages';

/** An owner as its going would go; judged while it is still there. @public */
export interface RemovalOwner {
  kind: OwnerKind;
  namespace: string;
  name: string;
  /** As the subject sees it: only members and those on their way out hold it. */
  role: 'member' | 'leaving' | 'disowner' | 'class-missing';
  /** The controller's finalizers on it. */
  finalizers: string[];
  /** The class that its spec names. */
  className?: string;
  /** Whether a controller looks after this owner. */
  attended: 'alive' | 'gone' | 'unknown';
  /** What would keep it from being deleted now. */
  blockers: RemovalBlocker[];
}

/** Something that keeps an owner from being deleted. @public */
export interface RemovalBlocker {
  /** As in `no-controller`. */
  id: string;
  /** It blocks by itself; others only may. */
  decisive: boolean;
  message: Message;
}

/** One line of the proof that a load balancer is orphaned (DESIGN §5). @public */
export interface ProofLine {
  /** As in `two-sightings`. */
  row: string;
  /** What the line asks. */
  asks: Message;
  met: boolean;
  /** What was found, or what is missing. */
  says?: Message;
  /** When it may be met, where it waits (ISO 8601). */
  decidesAt?: string;
}

/** A TargetGroupBinding that binds a target group of a stack. @public */
export interface RemovalTargetBinding {
  cluster: string;
  namespace: string;
  name: string;
  targetGroupArn: string;
  /** Written by a user, not by a controller for its stack. */
  byUser: boolean;
}

/** What correlate knows of a subject that only its removal needs. @public */
export interface RemovalFacts {
  owners: RemovalOwner[];
  /** IDs of the security groups on the load balancer. */
  securityGroups: string[];
  /** Those of them that the controller made for this stack; absent where EC2 was not read. */
  managedSecurityGroups?: string[];
  /** Zones that the load balancer is in. */
  availabilityZones: number;
  ipAddressType?: string;
  /** Target groups that other load balancers use, too. */
  usedElsewhere: Array<{ arn: string; loadBalancers: string[] }>;
  /** For one that is orphaned, or may be. */
  proof?: ProofLine[];
  /** Of all known clusters, where there is a proof. */
  boundBy?: RemovalTargetBinding[];
}
