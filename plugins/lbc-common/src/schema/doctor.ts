import { z } from 'zod';
import {
  commandSchema,
  coverageSchema,
  messageSchema,
  timeSchema,
} from './common';

/** A block of configuration or of a policy, ready to paste. @public */
export const doctorSnippetSchema = z.object({
  purpose: messageSchema,
  language: z.enum(['yaml', 'json']),
  text: z.string(),
});

/** One thing that is missing, or worth knowing. @public */
export const doctorFindingSchema = z.object({
  /** Stable, kebab-case, such as `kind-denied`. */
  code: z.string(),
  /** `error`: not seen; `warning`: seen in part, or doubtful; `info`: worth knowing. */
  severity: z.enum(['error', 'warning', 'info']),
  /** `cluster:<name>` or `scope:<account>/<region>`; absent: of the whole portal. */
  target: z.string().optional(),
  message: messageSchema,
  /** What becomes unknown by it. */
  hides: messageSchema.optional(),
  remedy: messageSchema,
  /** The kind of Kubernetes, or the action of AWS, that is not allowed. */
  right: z.string().optional(),
  snippets: z.array(doctorSnippetSchema),
  commands: z.array(commandSchema),
  observedAt: timeSchema.optional(),
});

/** A source with its age. @public */
export const doctorSourceSchema = z.object({
  kind: z.string(),
  coverage: coverageSchema,
  observedAt: timeSchema.optional(),
  attemptedAt: timeSchema,
  ageSeconds: z.number().int().optional(),
  cadenceSeconds: z.number(),
  /** Older than twice its cadence. */
  late: z.boolean(),
});

/** What is seen of a cluster or a scope. @public */
export const doctorTargetSchema = z.object({
  id: z.string(),
  kind: z.enum(['cluster', 'scope']),
  name: z.string(),
  status: z.enum(['seen', 'partly', 'not-seen']),
  observedAt: timeSchema.optional(),
  cadenceSeconds: z.number(),
  late: z.boolean(),
  /** Kinds that are seen whole or known to be absent, of how many. */
  seen: z.number().int(),
  of: z.number().int(),
  sources: z.array(doctorSourceSchema),
  findings: z.array(doctorFindingSchema),
});

/** The queue of jobs. @public */
export const doctorJobsSchema = z.object({
  due: z.number().int(),
  running: z.number().int(),
  /** Due for longer than they should have to wait. */
  overdue: z.number().int(),
  oldestDueAt: timeSchema.optional(),
  failing: z.number().int(),
  /** Those that failed most often; at most twenty. */
  failures: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      attempts: z.number().int(),
      error: z.string(),
      lastFinishedAt: timeSchema.optional(),
      nextDueAt: timeSchema.optional(),
    }),
  ),
});

/** @public */
export const doctorResponseSchema = z.object({
  verdict: z.enum(['all-seen', 'something-missing', 'nothing-seen']),
  because: messageSchema,
  /** The oldest of all clusters and scopes; absent where nothing was read yet. */
  observedAt: timeSchema.optional(),
  /** A page of clusters and scopes, those first of which least is seen. */
  items: z.array(doctorTargetSchema),
  totalItems: z.number().int(),
  nextCursor: z.string().optional(),
  /** What is of no one cluster or scope. */
  findings: z.array(doctorFindingSchema),
  jobs: doctorJobsSchema,
  rules: z.object({
    /** Of the replica that answers. */
    version: z.number().int(),
    units: z.array(
      z.object({ version: z.number().int(), count: z.number().int() }),
    ),
  }),
});
