import { z } from 'zod';
import { WHAT_IF_SCENARIOS } from '../removal/types';
import { coverageItemSchema, messageSchema, timeSchema } from './common';

/** @public */
export const whatIfScenarioSchema = z.enum(WHAT_IF_SCENARIOS);

/** @public */
export const whatIfOutcomeSchema = z.enum([
  'unaffected',
  'stays',
  'goes',
  'hangs',
  'leaks',
  'unknown',
]);

/** @public */
export const removalItemSchema = z.object({
  kind: z.enum(['load-balancer', 'target-group', 'security-group', 'object']),
  /** ARN or ID; of an object as in `Ingress shop/web`. */
  id: z.string(),
  name: z.string(),
  because: messageSchema,
});

/** @public */
export const removalHangSchema = z.object({
  /** As in `Ingress shop/web`. */
  object: z.string(),
  /** Empty for one that waits for others, as a namespace does. */
  finalizers: z.array(z.string()),
  /** Already now, as soon as it happens, or once somebody deletes the object afterwards. */
  when: z.enum(['now', 'then', 'later']),
  because: messageSchema,
});

/** What a scenario means for one subject. @public */
export const subjectWhatIfSchema = z.object({
  subjectId: z.string(),
  name: z.string(),
  outcome: whatIfOutcomeSchema,
  because: messageSchema,
  stays: z.array(removalItemSchema),
  goes: z.array(removalItemSchema),
  hangs: z.array(removalHangSchema),
  /** What nobody removes any more, with ids. */
  leaks: z.array(removalItemSchema),
  /** What stands in the way now. */
  blocks: z.array(messageSchema),
  /** Inputs that are missing. */
  unknown: z.array(messageSchema),
});

/** What would stay, hang and leak if something went. @public */
export const whatIfResponseSchema = z.object({
  scenario: whatIfScenarioSchema,
  items: z.array(subjectWhatIfSchema),
  nextCursor: z.string().optional(),
  totalItems: z.number().int(),
  /** Of all of them, by outcome. */
  totals: z.record(whatIfOutcomeSchema, z.number().int()),
  /** In which order to do it instead. */
  order: z.array(messageSchema),
  notes: z.array(messageSchema),
  /** What was not seen, so that there may be more. */
  unknown: z.array(messageSchema),
  observedAt: timeSchema.optional(),
  coverage: z.array(coverageItemSchema),
});

/** A command for a person; the product runs none. @public */
export const cleanUpCommandSchema = z.object({
  tool: z.enum(['aws', 'kubectl']),
  purpose: messageSchema,
  text: z.string(),
});

/** One line of the proof that something is orphaned. @public */
export const proofLineSchema = z.object({
  row: z.string(),
  asks: messageSchema,
  met: z.boolean(),
  says: messageSchema.optional(),
  decidesAt: timeSchema.optional(),
});

/** What something costs a month, and how sure that is. @public */
export const costSchema = z.object({
  currency: z.literal('USD'),
  sure: z.enum(['at-least', 'unknown']),
  /** USD a month; absent where unknown. */
  monthly: z.number().optional(),
  parts: z.array(
    z.object({ message: messageSchema, monthly: z.number().optional() }),
  ),
  /** What is not in it. */
  unknown: z.array(messageSchema),
  source: z.string(),
  date: z.string(),
});

/** @public */
export const cleanUpStepSchema = z.object({
  id: z.string(),
  message: messageSchema,
  /** ARNs and IDs that it is about. */
  resources: z.array(z.string()),
  blockers: z.array(
    z.object({ status: z.enum(['blocks', 'unknown']), message: messageSchema }),
  ),
  /** Run these first: they only read. */
  checks: z.array(cleanUpCommandSchema),
  /** These change AWS; empty unless clean-up is allowed and nothing blocks. */
  commands: z.array(cleanUpCommandSchema),
});

/** How a person cleans up one orphan. @public */
export const cleanUpResponseSchema = z.object({
  subjectId: z.string(),
  applies: z.boolean(),
  because: messageSchema,
  grade: z.enum(['witnessed', 'inferred']).optional(),
  proof: z.array(proofLineSchema),
  mayStillServe: z.boolean(),
  serving: messageSchema,
  permission: z.object({
    allowed: z.boolean(),
    because: messageSchema,
    lacking: z.array(messageSchema),
    /** Where only time is lacking. */
    allowedAt: timeSchema.optional(),
    confirmed: z
      .object({ arn: z.string(), by: z.string(), at: timeSchema })
      .optional(),
  }),
  instead: messageSchema.optional(),
  steps: z.array(cleanUpStepSchema),
  /** Whether it is really gone. */
  afterwards: z.array(cleanUpCommandSchema),
  cost: costSchema.optional(),
  observedAt: timeSchema,
  coverage: z.array(coverageItemSchema),
});
