import type {
  Coverage,
  LifecycleState,
  Via,
} from '@lbc-backstage/plugin-lbc-common';

/** Booleans come as 0 and 1 from SQLite. */
export type DbBoolean = boolean | 0 | 1;

/** A job. */
export interface JobRow {
  id: string;
  kind: string;
  payload: string;
  due_at: number | null;
  priority: number;
  lease_token: string | null;
  lease_until: number | null;
  attempts: number;
  last_started_at: string | null;
  last_finished_at: string | null;
  finished_run_started_at: string | null;
  last_error: string | null;
  progress: string | null;
}

export interface TargetRow {
  id: string;
  kind: 'cluster' | 'scope';
  name: string;
  account_id: string | null;
  region: string | null;
  unreadable: string | null;
  problem: string | null;
  cluster_uid: string | null;
  version: string | null;
  swept_at: string | null;
  observed_at: string | null;
  attempted_at: string | null;
  health_seq: number;
  /** bigint: a text from PostgreSQL. */
  cadence_ms: number | string | null;
  discovered_at: string;
  retired_at: string | null;
}

export interface SnapshotRow {
  target_id: string;
  kind: string;
  coverage: Coverage;
  reason: string | null;
  /** JSON: actions that were refused meanwhile. */
  refused: string | null;
  swept_at: string | null;
  observed_at: string | null;
  attempted_at: string;
  server_time: string | null;
  content_hash: string | null;
  previous_hash: string | null;
  items: number;
}

export interface SnapshotBlobRow {
  target_id: string;
  kind: string;
  hash: string;
  body: Buffer;
  json_bytes: number;
}

export interface TargetHealthRow {
  target_id: string;
  arn: string;
  observed_at: string;
  changed_at: string;
  hash: string;
  body: string;
  unhealthy: DbBoolean;
  seq: number;
}

export interface TargetIdentityRow {
  subject_id: string;
  cluster: string;
  observed_at: string;
  hash: string;
  asked: string;
  body: string;
}

export interface StackDetailRow {
  subject_id: string;
  requested_at: string | null;
  observed_at: string | null;
  hash: string | null;
  body: Buffer | null;
  problem: string | null;
  /** JSON: by target, what was not read. */
  not_read: string | null;
}

export interface UnitRow {
  id: string;
  memory: Buffer | null;
  memory_hash: string | null;
  waiting: DbBoolean;
  inputs: string | null;
  rules_version: number | null;
  observed: string;
  published: string | null;
  published_hash: string | null;
  next_review_at: string | null;
  run_at: string | null;
  health_version: number;
  doubts: string | null;
}

export interface ClusterBindingRow {
  id: string;
  cluster: string;
  cluster_uid: string;
  body: string;
  ended_at: string | null;
}

export interface SubjectRow {
  id: string;
  unit_id: string;
  kind: string;
  cluster: string | null;
  cluster_tag: string | null;
  account_id: string | null;
  region: string | null;
  arn: string | null;
  sort_name: string;
  state: LifecycleState;
  urgency: number;
  since: string;
  since_first_seen: DbBoolean;
  first_seen_at: string;
  last_seen_at: string;
  ended_at: string | null;
  looked_at: string | null;
  rules_version: number;
  hash: string;
  summary: string;
  detail: Buffer;
  facts: string;
  facts_hash: string;
}

export interface SubjectOwnerRow {
  subject_id: string;
  kind: string;
  namespace: string;
  name: string;
}

export interface SubjectTargetGroupRow {
  subject_id: string;
  arn: string;
}

export interface TransitionRow {
  seq: number;
  subject_id: string;
  from_state: LifecycleState | null;
  to_state: LifecycleState | null;
  at: string;
  cause: 'observed' | 'rules' | 'gone';
  because: string;
  evidence: string;
}

export interface OwnerEventRow {
  seq: number;
  cluster: string;
  uid: string;
  kind: string;
  namespace: string;
  name: string;
  object_uid: string | null;
  type: string | null;
  reason: string | null;
  message: string | null;
  source: string | null;
  first_at: string;
  last_at: string;
  count: number;
}

export interface WatchGapRow {
  seq: number;
  target_id: string;
  from_at: string;
  to_at: string;
}

export interface TargetBindingRow {
  id: string;
  unit_id: string;
  cluster: string;
  subject_id: string | null;
  target_group_arn: string | null;
  hash: string;
  body: string;
}

export interface ControllerRow {
  cluster: string;
  namespace: string;
  name: string;
  unit_id: string;
  hash: string;
  body: string;
}

export interface EntityMatchRow {
  entity_ref: string;
  etag: string;
  facts_version: number;
  owner: string | null;
}

export interface EntitySubjectRow {
  entity_ref: string;
  subject_id: string;
  via: Via;
  via_rank: number;
  claim_only: DbBoolean;
  own_routes: string | null;
  objects: string | null;
}

export interface RefreshRow {
  entity_ref: string;
  requested_at: string;
  targets: string;
}
