export { disagreements } from './agreement';
export { Replay } from './Replay';
export type { WatchedStep } from './Replay';
export { ReplayClock } from './ReplayClock';
export { StreamLogger } from './StreamLogger';
export { stepOf } from './steps';
export type { ReplayedStep, ReplayedSubject } from './steps';
export { WatchedBackend } from './WatchedBackend';
