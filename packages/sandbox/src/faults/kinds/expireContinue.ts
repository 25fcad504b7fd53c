import { z } from 'zod';
import { defineFault } from '../types';

export const expireContinueFault = defineFault({
  kind: 'expire-continue',
  title:
    'Says that the continue token is too old (410), and offers an inconsistent one.',
  sides: ['kubernetes'],
  schema: z.strictObject({ kind: z.literal('expire-continue') }),
  create: () => ({
    // A first page has no token that could be too old.
    before: call =>
      call.facts.page > 1 ? call.refusals.expiredContinue() : undefined,
  }),
});
