import { z } from 'zod';
import { defineFault } from '../types';

export const expiredCredentialsFault = defineFault({
  kind: 'expired-credentials',
  title: 'Says that the token or the temporary keys have expired.',
  sides: ['kubernetes', 'aws'],
  schema: z.strictObject({ kind: z.literal('expired-credentials') }),
  create: () => ({ before: call => call.refusals.expiredCredentials() }),
});
