import { z } from 'zod';
import { defineFault } from '../types';
import { broken } from './broken';

export const wrongJsonFault = defineFault({
  kind: 'wrong-json',
  title: 'Answers 200 with something that says it is JSON and is not.',
  sides: ['kubernetes', 'aws'],
  schema: z.strictObject({
    kind: z.literal('wrong-json'),
    body: z.string().optional(),
  }),
  create: ({ body }) => ({
    after: (_, reply) => ({
      ...reply,
      status: 200,
      body: body ?? broken(reply.body),
    }),
  }),
});
