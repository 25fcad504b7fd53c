import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { BenchProcess } from '../processes';

/** What is asked for in turn. */
export interface TimeRequestsOptions {
  /** By what the times are called. */
  urls: Record<string, string>;
  token: string;
  /** Of each. */
  requests: number;
}

/** Milliseconds of each request, by name. */
export type TimedRequests = Record<string, number[]>;

/** Times requests, one after the other, each name in its turn, after a warm-up. */
export async function timeRequests(
  options: TimeRequestsOptions,
): Promise<TimedRequests> {
  const client = BenchProcess.start({
    main: resolvePackagePath('backend', 'src/bench/client/child.ts'),
  });
  try {
    return await client.ask('time', options);
  } finally {
    await client.stop();
  }
}
