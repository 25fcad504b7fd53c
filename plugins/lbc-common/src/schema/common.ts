import { z } from 'zod';
import { VIAS } from '../identity/entities/types';
import { LIFECYCLE_STATES, TARGET_BINDING_STATES } from '../lifecycle/types';

/** ISO 8601. @public */
export const timeSchema = z.string();

/** A code of the message catalogues with its values; never a sentence. @public */
export const messageSchema = z.object({
  code: z.string(),
  params: z
    .record(
      z.string(),
      z.union([
        z.string(),
        z.number(),
        z.boolean(),
        z.array(z.string()).readonly(),
      ]),
    )
    .optional(),
});

/** @public */
export const coverageSchema = z.enum([
  'complete',
  'partial',
  'denied',
  'failed',
  'absent',
]);
/** @public */
export const stateSchema = z.enum(LIFECYCLE_STATES);
/** @public */
export const targetBindingStateSchema = z.enum(TARGET_BINDING_STATES);
/** @public */
export const viaSchema = z.enum(VIAS);
/** @public */
export const actorSchema = z.enum(['you', 'platform', 'nobody']);

/** Something a person can do, with who does it. @public */
export const adviceSchema = z.object({
  who: actorSchema,
  message: messageSchema,
});

/** A command that checks a verdict. It only reads. @public */
export const commandSchema = z.object({
  tool: z.enum(['kubectl', 'aws']),
  /** What it shows. */
  purpose: messageSchema,
  text: z.string(),
});

/** What one source could see of one kind, and why not more. @public */
export const coverageItemSchema = z.object({
  source: z.enum(['kubernetes', 'aws']),
  /** `cluster:<name>` or `scope:<account>/<region>`. */
  target: z.string(),
  kind: z.string(),
  coverage: coverageSchema,
  reason: messageSchema.optional(),
  /** Actions that AWS refused meanwhile; also where another stood in for them. */
  refused: z.array(z.string()).optional(),
  /** When its items were read. */
  observedAt: timeSchema.optional(),
  /** When it was last tried. */
  attemptedAt: timeSchema,
  /** Items kept. */
  items: z.number().int(),
});

/** @public */
export const facetsSchema = z.object({
  serving: z.enum(['yes', 'partly', 'no', 'unknown']),
  attended: z.enum([
    'controller',
    'cloud-controller',
    'aws',
    'nobody',
    'unknown',
  ]),
  reconcile: z.object({
    specChangedAt: timeSchema.optional(),
    lastSuccessAt: timeSchema.optional(),
    lagSeconds: z.number().optional(),
  }),
  drift: z.enum(['none', 'found', 'ignored', 'not-examined']),
  writes: z.enum(['accepted', 'refused', 'unknown']),
});

/** @public */
export const evidenceSchema = z.object({
  message: messageSchema,
  source: z.enum(['kubernetes', 'aws', 'history', 'configuration']),
  observedAt: timeSchema.optional(),
  role: z.enum(['supports', 'blocks', 'context']),
});
