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
export { planMarkdown } from './plan';
export type { PlanMarkdownOptions } from './plan';
export type { ReadinessProblem } from './target';
export { rehearsalIn } from './rehearse';
export type { RehearsalQuestion } from './rehearse';
