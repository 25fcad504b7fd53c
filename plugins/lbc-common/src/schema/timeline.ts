import { z } from 'zod';
import { coverageItemSchema, messageSchema, timeSchema } from './common';
import { transitionSchema } from './subjects';

/** A Kubernetes Event of an owner or a target binding, kept after the cluster forgot it. @public */
export const timelineEventSchema = z.object({
  id: z.string(),
  object: z.object({
    kind: z.string(),
    namespace: z.string(),
    name: z.string(),
  }),
  /** One of the same name may have been another object before. */
  objectUid: z.string().optional(),
  /** `Normal` or `Warning`. */
  level: z.string().optional(),
  reason: z.string().optional(),
  /** In the words of who reported it; cut. */
  text: z.string().optional(),
  /** Instead of a text that names what the caller may not read. */
  hidden: messageSchema.optional(),
  reporter: z.string().optional(),
  /** When it came first; the item says when last. */
  firstAt: timeSchema,
  /** How often it came, as the cluster counts. */
  count: z.number().int(),
});

/** A time in which a cluster or a scope was not read. @public */
export const watchGapSchema = z.object({
  /** `cluster:<name>` or `scope:<account>/<region>`. */
  target: z.string(),
  from: timeSchema,
  /** Absent while it lasts. */
  to: timeSchema.optional(),
});

/** @public */
export const timelineItemSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('transition'),
    at: timeSchema,
    transition: transitionSchema,
  }),
  z.object({
    type: z.literal('event'),
    at: timeSchema,
    event: timelineEventSchema,
  }),
  z.object({ type: z.literal('gap'), at: timeSchema, gap: watchGapSchema }),
]);

/** What happened to one subject, newest first. @public */
export const timelineResponseSchema = z.object({
  items: z.array(timelineItemSchema),
  nextCursor: z.string().optional(),
  observedAt: timeSchema,
  coverage: z.array(coverageItemSchema),
});
