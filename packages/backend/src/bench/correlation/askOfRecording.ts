import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { BenchProcess } from '../processes';
import type { Recording } from './RecordedSweeps';

/** What a process is asked that times something of a recording. */
export interface TimeOptions {
  /** The recording. */
  file: string;
  rounds: number;
}

/** Has something of a recording timed by a process of its own. */
export async function askOfRecording<T>(
  recording: Recording,
  options: {
    /** The main of the process, below the package's `src/bench`. */
    main: string;
    rounds: number;
  },
): Promise<T> {
  const { main, rounds } = options;
  const directory = mkdtempSync(join(tmpdir(), 'lbc-bench-recording-'));
  const file = join(directory, 'recording.json');
  writeFileSync(file, JSON.stringify(recording));
  const process = BenchProcess.start({
    main: resolvePackagePath('backend', `src/bench/${main}`),
    flags: ['--expose-gc'],
  });
  try {
    return await process.ask<T>('time', { file, rounds });
  } finally {
    await process.stop();
    rmSync(directory, { recursive: true });
  }
}
