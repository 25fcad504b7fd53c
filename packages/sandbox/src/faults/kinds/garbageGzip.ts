import { z } from 'zod';
import { defineFault } from '../types';

export const garbageGzipFault = defineFault({
  kind: 'garbage-gzip',
  title: 'Says that the body is gzip, and it is not.',
  sides: ['kubernetes', 'aws'],
  schema: z.strictObject({ kind: z.literal('garbage-gzip') }),
  create: () => ({
    after: (_, reply) => ({
      ...reply,
      headers: { ...reply.headers, 'Content-Encoding': 'gzip' },
      // The magic number is right, what follows is nothing a decoder can read.
      body: Buffer.from([0x1f, 0x8b, 0x08, 0x00, 0xff, 0xff, 0xff, 0xff, 0xff]),
    }),
  }),
});
