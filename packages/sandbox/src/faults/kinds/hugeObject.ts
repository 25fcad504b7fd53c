import { z } from 'zod';
import { asObject } from '../../json';
import { defineFault } from '../types';

export const hugeObjectFault = defineFault({
  kind: 'huge-object',
  title: 'Pads the first object of a list with an annotation of many bytes.',
  sides: ['kubernetes'],
  schema: z.strictObject({
    kind: z.literal('huge-object'),
    bytes: z
      .number()
      .int()
      .positive()
      .max(512 * 1024 * 1024),
  }),
  create: ({ bytes }) => ({
    items: (_, items) => {
      if (items.length === 0) {
        return items;
      }
      const first = asObject(items[0]);
      const metadata = asObject(first.metadata);
      const annotations = {
        ...asObject(metadata.annotations),
        'sandbox.lbc/padding': 'x'.repeat(bytes),
      };
      const padded = { ...first, metadata: { ...metadata, annotations } };
      return [padded, ...items.slice(1)];
    },
  }),
});
