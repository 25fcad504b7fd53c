import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Recording } from '../correlation';
import { BenchProcess } from '../processes';

/** What the process is asked. */
export interface TimeAssessOptions {
  /** A recording. */
  file: string;
  rounds: number;
}

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
export async function timeAssess(
  recording: Recording,
  rounds: number,
): Promise<AssessTimes> {
  const directory = mkdtempSync(join(tmpdir(), 'lbc-bench-assess-'));
  const file = join(directory, 'recording.json');
  writeFileSync(file, JSON.stringify(recording));
  const process = BenchProcess.start({
    main: resolvePackagePath('backend', 'src/bench/compatibility/child.ts'),
    flags: ['--expose-gc'],
  });
  try {
    return await process.ask('time', { file, rounds });
  } finally {
    await process.stop();
    rmSync(directory, { recursive: true });
  }
}
