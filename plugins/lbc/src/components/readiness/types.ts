import type { ClusterReadiness, EntityReadiness } from '../../api';
import type {
  ApiMessage,
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
export type Message = ApiMessage;
export type { ClusterReadiness };
export type Answer = EntityReadiness;
