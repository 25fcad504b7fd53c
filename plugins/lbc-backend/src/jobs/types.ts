import type { Knex } from 'knex';

/** A job as a handler sees it. */
export interface Job {
  /** `<kind>` or `<kind>:<what it works on>`. */
  id: string;
  kind: string;
  payload: unknown;
  /** Failures since it last ended well. */
  attempts: number;
}

/** When a job is to run next; without `nextDueAt` it waits to be asked for. */
export interface JobResult {
  /** Milliseconds of the product's clock. */
  nextDueAt?: number;
  /** It is done for good: its row goes. */
  remove?: boolean;
}

/** What a handler gets for one run. */
export interface JobContext {
  job: Job;
  /** Aborted when the lease is lost, the time is up or the engine stops. */
  signal: AbortSignal;
  /** When the run began (ISO 8601, the product's clock). */
  startedAt: string;
  /**
   * One transaction that writes only while the lease is this run's. Every write
   * of a handler goes through it. Throws {@link StaleLeaseError} otherwise.
   */
  commit: <T>(write: (trx: Knex.Transaction) => Promise<T>) => Promise<T>;
  /** Shown to people who wait for it; kept in the row at a slow pace. */
  progress: (value: Readonly<Record<string, unknown>>) => void;
}

/** Does one kind of job. */
export interface JobHandler {
  readonly kind: JobKind;
  run(context: JobContext): Promise<JobResult>;
}

/** Somebody else has the job now; this run writes nothing. */
export class StaleLeaseError extends Error {
  constructor(jobId: string) {
    super(`The lease of job ${jobId} is no longer this run's`);
    this.name = 'StaleLeaseError';
  }
}

/** The run took longer than jobs may. */
export class JobTimeoutError extends Error {
  constructor(timeoutMs: number) {
    super(`It took longer than ${Math.round(timeoutMs / 1_000)} seconds`);
    this.name = 'JobTimeoutError';
  }
}

/** Kinds of jobs. */
export const JOB_KINDS = [
  'discover',
  'sweep-cluster',
  'sweep-scope',
  'health',
  'find-targets',
  'detail',
  'baseline',
  'correlate',
  'prune',
] as const;

/** @see JOB_KINDS */
export type JobKind = (typeof JOB_KINDS)[number];

/** Somebody waits for it: ahead of everything else. */
export const PRIORITY_ASKED = 100;

/** The usual priority of a kind of job: higher first among those that are due. */
const PRIORITIES: Readonly<Record<string, number>> = {
  correlate: 50,
  discover: 40,
  'find-targets': 30,
  detail: 30,
  // Below sweeps: it waits for them, and reads for long.
  baseline: 15,
  'sweep-cluster': 20,
  'sweep-scope': 20,
  health: 10,
} satisfies Partial<Record<JobKind, number>>;

/** The usual priority of a kind of job. */
export function priorityOf(kind: string): number {
  return PRIORITIES[kind] ?? 0;
}

/** Ids of jobs. */
export const jobIds = {
  discover: 'discover',
  prune: 'prune',
  sweep: (targetId: string) => `sweep:${targetId}`,
  health: (targetId: string) => `health:${targetId}`,
  correlate: (unitId: string) => `correlate:${unitId}`,
  findTargets: (subjectId: string) => `find-targets:${subjectId}`,
  detail: (subjectId: string) => `detail:${subjectId}`,
  baseline: (id: string) => `baseline:${id}`,
};
