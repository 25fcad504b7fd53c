import type {
  BaselineCluster,
  BaselineInfo,
  BaselineStack,
  ComparisonReport,
} from '@lbc-backstage/plugin-lbc-common';

/** A row of `baseline`. */
export interface BaselineRow {
  id: string;
  compared_with: string | null;
  cluster: string;
  cluster_uid: string | null;
  name: string;
  by: string;
  started_at: string;
  finished_at: string | null;
  status: BaselineInfo['status'];
  subjects: string | null;
  stacks_total: number | null;
  version: string | null;
  cluster_side: Buffer | null;
  not_read: string;
  /** bigint: a text from PostgreSQL. */
  bytes: number | string | null;
  report: Buffer | null;
}

/** A row of `baseline_stack`. */
export interface BaselineStackRow {
  baseline_id: string;
  subject_id: string;
  read_at: string | null;
  body: Buffer | null;
  json_bytes: number | null;
  problem: string | null;
}

/** A baseline with all that was read for it. */
export interface WholeBaseline {
  clusterUid?: string;
  side?: BaselineCluster;
  stacks: BaselineStack[];
  /** Were all stacks of the cluster meant? */
  whole: boolean;
}

/** What a comparison is at: being read, or done. */
export interface ComparisonState {
  id: string;
  info: BaselineInfo;
  report?: Omit<ComparisonReport, 'baseline'>;
}

/** What routes ask of baselines; nothing of it calls upstream. */
export interface BaselineStore {
  /** Newest first, without comparisons. */
  list(cluster: string): Promise<BaselineInfo[]>;
  get(id: string): Promise<BaselineInfo | undefined>;
  /** How many stacks of a cluster there are, or of those that were chosen. */
  countStacks(options: {
    cluster: string;
    subjects?: readonly string[];
  }): Promise<number>;
  /** Queues the reading of a baseline, unless one of the cluster is being read. */
  create(options: {
    cluster: string;
    name: string;
    by: string;
    subjects?: readonly string[];
  }): Promise<{ created: boolean; info: BaselineInfo }>;
  /** Queues a comparison, unless one is being read. */
  compare(options: {
    id: string;
    by: string;
  }): Promise<{ created: boolean; state: ComparisonState } | undefined>;
  /** The newest comparison with a baseline. */
  comparison(id: string): Promise<ComparisonState | undefined>;
}
