import { z } from 'zod';
import { defineFault } from '../types';

export const emptyPageFault = defineFault({
  kind: 'empty-page-in-middle',
  title: 'Answers with an empty page that has a next one: the list goes on.',
  sides: ['kubernetes', 'aws'],
  schema: z.strictObject({ kind: z.literal('empty-page-in-middle') }),
  create: () => ({
    page: (_, page) => ({
      ...page,
      items: [],
      next: page.tokenAt(page.offset, page.page + 1),
    }),
  }),
});
