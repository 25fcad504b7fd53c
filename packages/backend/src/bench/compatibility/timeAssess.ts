import { askOfRecording, Recording } from '../correlation';

/** Milliseconds a round, and what they are about. */
export interface AssessTimes {
  correlate: number[];
  assess: number[];
  /** How many controllers were judged in a round. */
  controllers: number;
  /** Bytes of heap that all releases take, loaded at once. */
  knowledgeBytes: number;
}

/** Times both, one after the other, round by round, in a process of its own. */
export function timeAssess(
  recording: Recording,
  rounds: number,
): Promise<AssessTimes> {
  return askOfRecording(recording, { main: 'compatibility/child.ts', rounds });
}
