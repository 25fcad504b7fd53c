import { z } from 'zod';
import { defineFault } from '../types';

export const clockSkewFault = defineFault({
  kind: 'clock-skew',
  title: 'Shows a Date header that is off by some milliseconds.',
  sides: ['kubernetes', 'aws'],
  schema: z.strictObject({ kind: z.literal('clock-skew'), ms: z.number() }),
  create: ({ ms }) => ({
    after: (call, reply) => ({
      ...reply,
      headers: {
        ...reply.headers,
        Date: new Date(call.now + ms).toUTCString(),
      },
    }),
  }),
});
