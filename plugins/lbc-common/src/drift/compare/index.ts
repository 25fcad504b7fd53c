export { compareStack } from './compareStack';
export type {
  CompareStackOptions,
  DriftFinding,
  DriftKind,
  DriftResult,
  ReconcileState,
} from './types';
