import { StackDetail, NotRead } from './detail';
import { Condition } from './objects';

/** A Service behind a target group, by the TargetGroupBinding that binds it. @public */
export interface StackService {
  targetGroupArn: string;
  namespace: string;
  /** The TargetGroupBinding's name. */
  targetBinding: string;
  /** The Service's name. */
  name: string;
  /** The Service's selector; absent where it has none or was not read. */
  selector?: Record<string, string>;
}

/**
 * What a detail job read of the Pods and Nodes behind one stack: an overlay
 * with its own time, which proves presence, never absence.
 * @public
 */
export interface StackWorkloads {
  /** The portal's name. */
  cluster: string;
  /** ISO 8601. */
  observedAt: string;
  endpoints: WorkloadEndpoint[];
  pods: WorkloadPod[];
  nodes: WorkloadNode[];
  /** What could not be read: one item a kind, with why. */
  notRead: NotRead[];
}

/** An endpoint of a Service, as its EndpointSlices say it. @public */
export interface WorkloadEndpoint {
  namespace: string;
  service: string;
  address: string;
  ready?: boolean;
  /** Name of the Pod. */
  pod?: string;
  nodeName?: string;
}

/** A Pod behind a Service. @public */
export interface WorkloadPod {
  namespace: string;
  name: string;
  uid: string;
  ip?: string;
  nodeName?: string;
  phase?: string;
  ready?: boolean;
  /** Conditions named `target-health.elbv2.k8s.aws/…` that are its readiness gates. */
  readinessGates: ReadinessGate[];
}

/** A readiness gate of the controller, with its condition where it has one. @public */
export interface ReadinessGate
  extends Pick<Condition, 'reason' | 'message' | 'lastTransitionTime'> {
  type: string;
  /** Absent where nobody has written the condition yet. */
  status?: string;
}

/** A Node that is a target, or runs a Pod that is. @public */
export interface WorkloadNode {
  name: string;
  uid: string;
  /** From its providerID, such as `i-0123456789abcdef0`. */
  instanceId?: string;
  addresses: string[];
}

/** All that a detail job read of one stack. @public */
export interface StackOverlay {
  detail: StackDetail;
  /** The Services behind its target groups when it was read. */
  services: StackService[];
  /** Absent where no cluster is known, or none of it could be asked. */
  workloads?: StackWorkloads;
}
