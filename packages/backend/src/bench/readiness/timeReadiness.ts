import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Size } from 'lbc-sandbox';
import { BenchProcess } from '../processes';

/** What is timed. */
export interface ReadinessQuestion {
  fleet: Size;
  rounds: number;
}

/** What readiness of the largest cluster of a fleet costs. */
export interface ReadinessTimes {
  cluster: string;
  /** Load balancers whose detail was read, and all subjects. */
  stacks: number;
  subjects: number;
  /** Milliseconds of CPU by target, a whole request each, a round each. */
  cpu: Record<string, number[]>;
  /** The first request of all: nothing is compiled or remembered. */
  first: number;
  /** Milliseconds that JSON.parse takes for all that one answer is made of, a round each. */
  parse: number[];
  /** Bytes of that JSON. */
  jsonBytes: number;
}

/** Times it in a process of its own, whose portal does nothing else. */
export async function timeReadiness(
  question: ReadinessQuestion,
): Promise<ReadinessTimes> {
  const process = BenchProcess.start({
    main: resolvePackagePath('backend', 'src/bench/readiness/child.ts'),
    flags: ['--expose-gc'],
  });
  try {
    return await process.ask<ReadinessTimes>('time', question);
  } finally {
    await process.stop();
  }
}
