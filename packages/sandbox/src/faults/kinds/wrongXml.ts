import { z } from 'zod';
import { defineFault } from '../types';
import { broken } from './broken';

export const wrongXmlFault = defineFault({
  kind: 'wrong-xml',
  title: 'Answers 200 with XML that does not end as it began.',
  sides: ['aws'],
  schema: z.strictObject({
    kind: z.literal('wrong-xml'),
    body: z.string().optional(),
  }),
  create: ({ body }) => ({
    after: (_, reply) => ({
      ...reply,
      status: 200,
      headers: { ...reply.headers, 'Content-Type': 'text/xml' },
      body: body ?? broken(reply.body),
    }),
  }),
});
