import { setTimeout as delay } from 'timers/promises';
import { z } from 'zod';
import { defineFault } from '../types';

export const slowFault = defineFault({
  kind: 'slow',
  title: 'Waits some milliseconds before it answers.',
  sides: ['kubernetes', 'aws'],
  schema: z.strictObject({
    kind: z.literal('slow'),
    ms: z.number().int().nonnegative(),
  }),
  create: ({ ms }) => ({
    before: async ({ signal }) => {
      // A client that has gone away ends the wait; nobody hears the answer.
      await delay(ms, undefined, { signal, ref: false }).catch(() => undefined);
      return undefined;
    },
  }),
});
