import { z } from 'zod';
import { defineFault } from '../types';

export const deniedFault = defineFault({
  kind: 'denied',
  title: 'Denies the call: 403 Forbidden, or AccessDenied.',
  sides: ['kubernetes', 'aws'],
  schema: z.strictObject({ kind: z.literal('denied') }),
  create: () => ({ before: call => call.refusals.denied() }),
});
