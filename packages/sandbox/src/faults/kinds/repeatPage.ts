import { z } from 'zod';
import { defineFault } from '../types';

export const repeatPageFault = defineFault({
  kind: 'repeat-page',
  title:
    'Hands out the page before once more instead of the one that was asked for.',
  sides: ['kubernetes', 'aws'],
  schema: z.strictObject({ kind: z.literal('repeat-page') }),
  create: () => ({
    page: (_, page) => {
      if (page.page < 2) {
        return page;
      }
      const from = Math.max(0, page.offset - page.size);
      return { ...page, items: page.all.slice(from, from + page.size) };
    },
  }),
});
