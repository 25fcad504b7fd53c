import { z } from 'zod';
import { defineFault } from '../types';

export const resetFault = defineFault({
  kind: 'reset',
  title: 'Resets the connection instead of answering.',
  sides: ['kubernetes', 'aws'],
  schema: z.strictObject({ kind: z.literal('reset') }),
  create: () => ({
    before: () => ({ status: 200, headers: {}, body: '', transport: 'reset' }),
  }),
});
