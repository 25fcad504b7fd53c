import { z } from 'zod';
import { defineFault } from '../types';

export const continueLoopFault = defineFault({
  kind: 'continue-loop',
  title: 'Each page names itself as the next one: the list never ends.',
  sides: ['kubernetes', 'aws'],
  schema: z.strictObject({ kind: z.literal('continue-loop') }),
  create: () => ({
    page: (_, page) => ({
      ...page,
      next: page.tokenAt(page.offset, page.page),
    }),
  }),
});
