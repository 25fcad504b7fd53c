import { z } from 'zod';
import {
  actorSchema,
  adviceSchema,
  commandSchema,
  evidenceSchema,
  messageSchema,
  timeSchema,
} from './common';
import { runningControllerSchema } from './compatibility';

/** What is going to change. @public */
export const readinessTargetSchema = z.object({
  kind: z.enum(['controller', 'kubernetes']),
  /** `v3.5.0`, or `1.35`. */
  version: z.string(),
});

/** Somebody's word for what could not be seen. @public */
export const attestationSchema = z.object({
  /** Absent where it stands beside a finding. */
  id: z.string().optional(),
  cluster: z.string(),
  /** Code of the check. */
  check: z.string(),
  target: readinessTargetSchema,
  /** Entity ref of who said it. */
  by: z.string(),
  why: z.string(),
  at: timeSchema,
  expiresAt: timeSchema,
});

/** What one who attests sends. @public */
export const attestationRequestSchema = z.object({
  check: z.string().regex(/^[A-Z0-9]+(-[A-Z0-9]+)+$/),
  target: readinessTargetSchema,
  why: z.string().trim().min(1).max(2_000),
  expiresAt: z.iso.datetime({ offset: true }),
});

/** @public */
export const attestationsResponseSchema = z.object({
  /** Newest first. */
  items: z.array(attestationSchema),
});

/** A document to apply or add, shown as it is. @public */
export const snippetSchema = z.object({
  language: z.enum(['json', 'yaml', 'shell']),
  text: z.string(),
});

/** What one check found. @public */
export const readinessFindingSchema = z.object({
  /** Of the check; never reused. */
  code: z.string(),
  status: z.enum(['pass', 'warn', 'fail', 'unknown', 'not-applicable']),
  /** Does `unknown` keep the verdict from being given? */
  blocking: z.boolean(),
  when: z.enum(['before', 'during', 'after']),
  message: messageSchema,
  evidence: z.array(evidenceSchema),
  remedy: z.array(adviceSchema).optional(),
  /** They only read. */
  commands: z.array(commandSchema).optional(),
  snippet: snippetSchema.optional(),
  attestation: attestationSchema.optional(),
  /** When the oldest input was read. */
  observedAt: timeSchema.optional(),
});

/** One thing that a person does; the product runs nothing. @public */
export const planStepSchema = z.object({
  phase: z.enum([
    'preconditions',
    'baseline',
    'iam',
    'gateway-api-crds',
    'crds',
    'values',
    'upgrade',
    'watch',
    'compare',
    'rollback',
  ]),
  stop: z.string().optional(),
  message: messageSchema,
  because: messageSchema,
  who: actorSchema,
  commands: z.array(z.object({ text: z.string(), changes: z.boolean() })),
  snippet: snippetSchema.optional(),
  /** Codes of the findings that made it. */
  findings: z.array(z.string()),
});

/** What the change does to one owner. @public */
export const ownerEffectSchema = z.object({
  subjectId: z.string(),
  owner: z.object({
    kind: z.string(),
    namespace: z.string(),
    name: z.string(),
  }),
  effect: z.enum(['none', 'brief-gap', 'replaced', 'unknown']),
  because: messageSchema,
});

/** Whether a cluster's controller, or its Kubernetes, can be changed. @public */
export const readinessReportSchema = z.object({
  cluster: z.string(),
  controller: runningControllerSchema.optional(),
  target: readinessTargetSchema,
  verdict: z.enum([
    'ready',
    'ready-with-warnings',
    'not-ready',
    'cannot-determine',
  ]),
  because: messageSchema,
  /** When its inputs will be too old. */
  validUntil: timeSchema.optional(),
  /** Worst first; those that passed included. */
  findings: z.array(readinessFindingSchema),
  plan: z.array(planStepSchema),
  effects: z.array(ownerEffectSchema),
  proposals: z.array(
    z.object({
      target: readinessTargetSchema,
      best: z.boolean(),
      because: messageSchema,
    }),
  ),
  rehearsals: z.array(
    z.object({
      cluster: z.string(),
      version: z.string(),
      since: timeSchema,
      verification: z.string().optional(),
      covers: z.number().int(),
      of: z.number().int(),
      kubernetes: z.object({ here: z.string(), there: z.string() }).optional(),
    }),
  ),
  observedAt: timeSchema.optional(),
});

/** The readiness of the clusters that serve an entity. @public */
export const entityReadinessResponseSchema = z.object({
  entityRef: z.string(),
  clusters: z.array(
    z.object({
      cluster: z.string(),
      target: readinessTargetSchema.optional(),
      /** The release that runs now, where it is known. */
      from: z.string().optional(),
      /** On the owners of the entity. */
      effects: z.array(ownerEffectSchema),
      /** Absent where the reader may not see the whole cluster, and where there is none. */
      report: readinessReportSchema.optional(),
      /** Why there is no answer. */
      problems: z.array(messageSchema).optional(),
    }),
  ),
  notes: z.array(messageSchema),
  observedAt: timeSchema.optional(),
});
