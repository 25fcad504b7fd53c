import { z } from 'zod';
import { defineFault } from '../types';

export const statusFault = defineFault({
  kind: 'status',
  title: 'Answers with a status code, and a body of your own if you like.',
  sides: ['kubernetes', 'aws'],
  schema: z.strictObject({
    kind: z.literal('status'),
    code: z.number().int().min(100).max(599),
    body: z.string().optional(),
  }),
  create: ({ code, body }) => ({
    before: call => call.refusals.status(code, body),
  }),
});
