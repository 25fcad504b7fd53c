import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { BenchProcess } from '../processes';
import type { Recording } from './RecordedSweeps';

/** What the process is asked. */
export interface TimeCorrelateOptions {
  /** A recording. */
  file: string;
  rounds: number;
}

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
export async function timeCorrelate(
  recording: Recording,
  rounds: number,
): Promise<CorrelateTimes> {
  const directory = mkdtempSync(join(tmpdir(), 'lbc-bench-correlate-'));
  const file = join(directory, 'recording.json');
  writeFileSync(file, JSON.stringify(recording));
  const process = BenchProcess.start({
    main: resolvePackagePath('backend', 'src/bench/correlation/child.ts'),
    flags: ['--expose-gc'],
  });
  try {
    return await process.ask('time', { file, rounds });
  } finally {
    await process.stop();
    rmSync(directory, { recursive: true });
  }
}
