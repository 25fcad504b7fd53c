import type {
  BaselineInfo,
  ComparisonReport,
  OwnerEffect,
  ReadinessReport,
} from '@lbc-backstage/plugin-lbc-common';

export type Report = ReadinessReport;
export type Target = ReadinessReport['target'];
export type Finding = ReadinessReport['findings'][number];
export type Verdict = ReadinessReport['verdict'];
export type PlanStep = ReadinessReport['plan'][number];
export type Proposal = ReadinessReport['proposals'][number];
export type Rehearsed = ReadinessReport['rehearsals'][number];
export type Effect = OwnerEffect;
export type Baseline = BaselineInfo;
export type Comparison = ComparisonReport;
export type StackComparison = ComparisonReport['stacks'][number];
export type Change = StackComparison['changes'][number];
export type Message = ReadinessReport['because'];

/** The readiness of one cluster, as far as the reader may know it. */
export interface ClusterReadiness {
  cluster: string;
  target?: Target;
  /** What runs now, where it is known. */
  from?: string;
  /** Of this entity's owners; on a cluster, of all. */
  effects: Effect[];
  /** Absent where one may not read the cluster as a whole. */
  report?: Report;
}

/** What the tab shows. */
export interface Answer {
  clusters: ClusterReadiness[];
  notes: Message[];
  observedAt?: string;
}
