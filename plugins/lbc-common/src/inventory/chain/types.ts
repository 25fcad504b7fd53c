import { ReadinessGate } from '../workloads';

/**
 * The owner chain of one load balancer, from its DNS name to the Pods: what a
 * detail job read, put in the order of a request, and cut to a size for people.
 * @public
 */
export interface StackChain {
  dnsName?: string;
  /** Absent where listeners were not read. */
  listeners?: ChainListener[];
  /** Listeners that are not among them. */
  moreListeners: number;
  /** Absent where target groups were not read. */
  targetGroups?: ChainTargetGroup[];
  moreTargetGroups: number;
}

/** @public */
export interface ChainListener {
  arn: string;
  port: number;
  protocol: string;
  sslPolicy?: string;
  /** The default certificate first. */
  certificateArns: string[];
  /** By priority, the default one last. */
  rules: ChainRule[];
  /** Rules that are not among them. */
  moreRules: number;
  /** Whether the rules beside the default one were read. */
  rulesRead: boolean;
}

/** @public */
export interface ChainRule {
  priority: number | 'default';
  /** All of them must hold; none: always. */
  conditions: ChainCondition[];
  actions: ChainAction[];
}

/** A condition in AWS' words; any of its values will do. @public */
export interface ChainCondition {
  /** Such as `host-header`. */
  field: string;
  values: string[];
  moreValues: number;
}

/** @public */
export interface ChainAction {
  /** Such as `forward`. */
  type: string;
  /** Of `forward`; `share` is the part of the requests in percent. */
  targetGroups?: Array<{ arn: string; name?: string; share?: number }>;
  /** Of `redirect`: where to. */
  location?: string;
  /** Of `redirect` and `fixed-response`. */
  statusCode?: string;
}

/** @public */
export interface ChainTargetGroup {
  arn: string;
  name: string;
  targetType?: string;
  protocol?: string;
  port?: number;
  /** Whether a listener forwards to it; absent where rules were not all read. */
  reached?: boolean;
  /** The Services behind it. */
  services: Array<{ namespace: string; name: string; targetBinding: string }>;
  /** Those that are not healthy first; absent where health was not read. */
  targets?: ChainTarget[];
  moreTargets: number;
}

/** @public */
export interface ChainTarget {
  /** An IP address, an instance id or an ARN. */
  id: string;
  port?: number;
  availabilityZone?: string;
  /** AWS' own state and reason. */
  state: string;
  reason?: string;
  description?: string;
  /** The Pod that it is; absent where none was found. */
  pod?: {
    namespace: string;
    name: string;
    ready?: boolean;
    phase?: string;
    /** The readiness gate of this target group. */
    gate?: ReadinessGate;
  };
  /** The Node that it is, or that its Pod runs on. */
  node?: string;
}
