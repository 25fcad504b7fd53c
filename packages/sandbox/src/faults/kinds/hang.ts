import { z } from 'zod';
import { defineFault } from '../types';

export const hangFault = defineFault({
  kind: 'hang',
  title: 'Never answers; the connection stays open.',
  sides: ['kubernetes', 'aws'],
  schema: z.strictObject({ kind: z.literal('hang') }),
  create: () => ({
    before: () => ({ status: 200, headers: {}, body: '', transport: 'hang' }),
  }),
});
