import { z } from 'zod';
import { defineFault } from '../types';

export const halfBodyFault = defineFault({
  kind: 'half-body',
  title: 'Announces the whole answer, sends half of it and closes.',
  sides: ['kubernetes', 'aws'],
  schema: z.strictObject({ kind: z.literal('half-body') }),
  create: () => ({
    after: (_, reply) => ({ ...reply, transport: { cutAt: 0.5 } }),
  }),
});
