import { z } from 'zod';
import { messageSchema, timeSchema } from './common';

/** What somebody took, and how far its reading is. @public */
export const baselineInfoSchema = z.object({
  id: z.string(),
  cluster: z.string(),
  name: z.string(),
  /** Entity ref, or `schedule`. */
  by: z.string(),
  startedAt: timeSchema,
  finishedAt: timeSchema.optional(),
  status: z.enum(['reading', 'complete', 'partial', 'failed']),
  progress: z.object({
    stacksDone: z.number().int(),
    /** 0 until it is known. */
    stacksTotal: z.number().int(),
  }),
  /** Of the controller, where there is one. */
  version: z.string().optional(),
  /** What of it could not be read. */
  notRead: z.array(messageSchema),
  /** What is kept of it, compressed. */
  bytes: z.number().int().optional(),
});

/** @public */
export const baselinesResponseSchema = z.object({
  items: z.array(baselineInfoSchema),
});

/** Body of `POST /baselines`. @public */
export const baselineRequestSchema = z.strictObject({
  /** As the portal names it. */
  cluster: z.string().min(1).max(253),
  name: z.string().trim().min(1).max(200),
  /** Ids of the subjects to read; absent: all of the cluster. */
  subjects: z.array(z.string().min(1).max(100)).min(1).max(1_000).optional(),
});

/** The verdicts, the worst last but one. @public */
export const verificationVerdictSchema = z.enum([
  'verified',
  'changed-as-expected',
  'changed-unexpectedly',
  'settling',
  'cannot-tell',
]);

/** One difference between then and now. @public */
export const verificationChangeSchema = z.object({
  kind: z.enum(['added', 'removed', 'changed', 'replaced', 'target-lost']),
  message: messageSchema,
  path: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  cause: z.enum(['owner', 'upgrade', 'somebody', 'unknown']),
  expected: z.boolean(),
  /** It counts for no verdict. */
  reportedOnly: z.boolean(),
});

/** One stack then and now. @public */
export const stackComparisonSchema = z.object({
  subjectId: z.string(),
  name: z.string(),
  owners: z.array(
    z.object({ kind: z.string(), namespace: z.string(), name: z.string() }),
  ),
  verdict: verificationVerdictSchema,
  because: messageSchema,
  changes: z.array(verificationChangeSchema),
  /** What is awaited, while it settles. */
  awaited: z.array(messageSchema),
});

/** A baseline against what was there when the comparison was asked for. @public */
export const comparisonReportSchema = z.object({
  baseline: baselineInfoSchema,
  verdict: verificationVerdictSchema,
  because: messageSchema,
  stacks: z.array(stackComparisonSchema),
  /** Differences of the cluster itself. */
  cluster: z.array(verificationChangeSchema),
  notes: z.array(messageSchema),
  comparedAt: timeSchema,
});
