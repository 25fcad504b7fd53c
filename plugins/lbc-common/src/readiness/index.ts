export type * from './types';
export type {
  ReadinessCadence,
  ReadinessCheck,
  ReadinessInput,
  ReadinessRead,
  ReadinessResult,
  ReadinessSubject,
  ReadinessSubjects,
  ReadinessValues,
} from './input';
export { assessReadiness, isReadinessProblem } from './assess';
export type { AssessReadinessOptions } from './assess';
export { READINESS_CHECKS } from './checks';
export { judge as judgeReadinessResults } from './runChecks';
export type { CheckOutcome as ReadinessOutcome } from './runChecks';
export type { ReadinessProblem } from './target';
