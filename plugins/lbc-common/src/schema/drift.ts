import { z } from 'zod';
import { facetsSchema, messageSchema, timeSchema } from './common';

/** How a stack that was read live differs from what its owners ask. @public */
export const driftSchema = z.object({
  /** When the live side was read. */
  observedAt: timeSchema,
  facet: facetsSchema.shape.drift,
  findings: z.array(
    z.object({
      message: messageSchema,
      /** Where in the stack, as in `listeners.443.sslPolicy`. */
      path: z.string(),
      /** Null: nothing of the kind. */
      expected: z.string().nullable(),
      live: z.string().nullable(),
      /** What becomes of it. */
      kind: z.enum([
        'reverted-at-next-reconcile',
        'not-noticed',
        'replaces',
        'ignored',
      ]),
    }),
  ),
  moreFindings: z.number().int(),
  /** What could not be compared. */
  notExamined: z.array(messageSchema),
  /** How many facts were compared. */
  compared: z.number().int(),
});
