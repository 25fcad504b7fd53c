import { z } from 'zod';
import { defineFault } from '../types';

export const throttleFault = defineFault({
  kind: 'throttle',
  title: 'Throttles the call: 429, or ThrottlingException.',
  sides: ['kubernetes', 'aws'],
  schema: z.strictObject({ kind: z.literal('throttle') }),
  create: () => ({ before: call => call.refusals.throttled() }),
});
