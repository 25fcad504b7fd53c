import { askOfRecording } from './askOfRecording';
import type { Recording } from './RecordedSweeps';

/** Milliseconds a round, and what they are about. */
export interface CorrelateTimes {
  parse: number[];
  correlate: number[];
  /** The same, each right after a collection of all garbage. */
  afterFullCollection: { parse: number[]; correlate: number[] };
  /** Bytes of what is parsed. */
  jsonBytes: number;
  /** How many subjects are in which state. */
  states: Record<string, number>;
  /** Facts of stacks read live that were compared with what owners ask. */
  compared: number;
}

/** Times both, one after the other, round by round, in a process of its own. */
export function timeCorrelate(
  recording: Recording,
  rounds: number,
): Promise<CorrelateTimes> {
  return askOfRecording(recording, { main: 'correlation/child.ts', rounds });
}
