import { Claim, StackRef } from '../../identity/claims';
import { MatchingObject } from '../../identity/entities/types';
import { Message } from '../../messages';
import { ObjectMeta } from '../objects';
import { OwnerKind, SubjectBackend } from '../subject';

/** What the controller said of an object last, by its Events. */
export interface ReconcileEvents {
  lastSuccessAt?: string;
  /** The newest failure that is newer than the last success. */
  failure?: { reason: string; message: string; at: string };
}

/** A Kubernetes object that asks, or asked, for a load balancer. */
export interface OwnerRecord {
  /** `<kind>/<namespace>/<name>`. */
  key: string;
  kind: OwnerKind;
  metadata: ObjectMeta;
  /** The IngressClass or GatewayClass that decides who serves it. */
  className?: string;
  claim: Claim;
  /** Stacks that its finalizers name: the controller still has to let go of them. */
  pendingStacks: StackRef[];
  /** The controller's finalizers on it. */
  finalizers: string[];
  /** DNS names in its status, lower case. */
  hostnames: string[];
  /** Load balancer ARNs in its status (Gateways). */
  arns: string[];
  backends: Array<SubjectBackend & { service?: MatchingObject }>;
  /** Host names of an Ingress' rules and certificates. */
  hosts?: string[];
  events: ReconcileEvents;
  /** Conditions that say no: Gateways' `Accepted` and `Programmed`. */
  refusals: Array<{ type: string; reason: string; message: string }>;
  /** Why the controller can't load its group, where the spec itself says so. */
  loadError?: Message;
  /** externalTrafficPolicy Local: nodes without a pod fail the check on purpose. */
  localTraffic?: boolean;
  /** Deletion protection asked for by annotation. */
  protectedByAnnotation?: string;
  labels: Readonly<Record<string, string>>;
}
