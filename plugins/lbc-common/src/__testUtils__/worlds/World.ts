import {
  KubernetesKindName,
  AwsKindName,
  RetiredCluster,
} from '../../inventory';
import { LifecycleState, TargetBindingState } from '../../lifecycle';
import { Span } from './time';
import { RealCluster, Reality } from './Reality';

/** A name of the portal, and the cluster that its credentials lead to. */
export interface PortalEntry {
  name: string;
  leadsTo: Array<Span & { cluster: RealCluster }>;
  /** When it is taken out of the portal. */
  leavesAt?: number;
}

/** What is wrong with the sweeps of a cluster, in rounds `from` to `to`. */
export interface ClusterBreak extends Span {
  portal: string;
  /**
   * `filtered`: a proxy answers 200 without some namespaces. `forgetful`: the
   * list ends and lacks everything. `unreachable`: no sweep ends at all.
   */
  how:
    | 'partial'
    | 'denied'
    | 'failed'
    | 'absent'
    | 'filtered'
    | 'forgetful'
    | 'unreachable';
  kinds?: readonly KubernetesKindName[];
  /** Of `partial`: how many items come. */
  keep?: number;
  /** Of `filtered`: namespaces that are left out. */
  namespaces?: readonly string[];
}

/** What is wrong with the sweeps of AWS, in rounds `from` to `to`. */
export interface ScopeBreak extends Span {
  how: 'partial' | 'denied' | 'failed' | 'stale' | 'no-health' | 'unreachable';
  kinds?: readonly AwsKindName[];
  keep?: number;
  /** Only there. */
  region?: string;
}

/** One sweep of one cluster that differs from the usual ones. */
export interface ExtraSweep {
  portal: string;
  begin: number;
  end: number;
  /** It reads until its end, not only at the beginning. */
  spread?: boolean;
}

/** A world, and how it is watched. */
export interface World {
  reality: Reality;
  portal: PortalEntry[];
  retired: RetiredCluster[];
  rounds: number;
  clusterBreaks: ClusterBreak[];
  scopeBreaks: ScopeBreak[];
  /** From that round on, everything is a day later. */
  leapAt?: number;
  /** EKS is asked which clusters it has. */
  eks?: boolean;
  /** Instead of one sweep a round. */
  sweepsOf?: ExtraSweep[];
  /** Cluster sweeps come before AWS' in a round. */
  clustersFirst?: boolean;
  /** Minutes by which the times of a sweep of clusters are wrong. */
  skew?: number;
  /** What a settled and wholly seen world must be judged as. */
  expected?: {
    /** By ARN, or `<portal>/<kind>/<namespace>/<name>` of an owner without a load balancer. */
    subjects: Map<string, LifecycleState>;
    /** By `<portal>/<namespace>/<name>`. */
    targetBindings: Map<string, TargetBindingState>;
  };
}
