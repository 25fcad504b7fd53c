import { z } from 'zod';
import { defineFault } from '../types';

export const retryAfterFault = defineFault({
  kind: 'retry-after',
  title: 'Asks to come back later: 429 or 503 with a Retry-After header.',
  sides: ['kubernetes', 'aws'],
  schema: z.strictObject({
    kind: z.literal('retry-after'),
    seconds: z.number().int().nonnegative(),
    code: z.union([z.literal(429), z.literal(503)]).default(429),
  }),
  create: ({ seconds, code }) => ({
    before: call => {
      const reply = call.refusals.status(code);
      const headers = { ...reply.headers, 'Retry-After': String(seconds) };
      return { ...reply, headers };
    },
  }),
});
