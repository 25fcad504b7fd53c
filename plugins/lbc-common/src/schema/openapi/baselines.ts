import { z } from 'zod';
import { baselineRequestSchema } from '../verification';
import { inPath, inQuery, operation } from './operation';
import type { Json } from './schemas';

const ID = inPath('id', 'Of the baseline');
const CLUSTER = inQuery(
  'cluster',
  'The cluster that it is expected to be of; another one is an error',
  { type: 'string' },
);
const WAIT = inQuery(
  'wait',
  'Seconds to wait for a comparison that is being read',
  { type: 'integer', minimum: 0, maximum: 60, default: 0 },
);

/** Baselines, and what compares with them. */
export function baselinePaths(): Json {
  const { $schema: _, ...request } = z.toJSONSchema(baselineRequestSchema);
  return {
    '/baselines': {
      get: operation({
        operationId: 'listBaselines',
        summary: 'The baselines of a cluster, newest first',
        parameters: [
          {
            ...inQuery('cluster', 'As the portal names it', { type: 'string' }),
            required: true,
          },
        ],
        response: 'Baselines',
        errors: [400, 401, 403],
      }),
      post: {
        ...operation({
          operationId: 'takeBaseline',
          summary:
            'Queues the reading of load balancers as they are, to compare with later; one of a cluster at a time',
          response: 'Baseline',
          also: { 202: 'It is being read' },
          errors: [400, 401, 403, 404, 409],
        }),
        requestBody: {
          required: true,
          content: { 'application/json': { schema: request } },
        },
      },
    },
    '/baselines/{id}': {
      get: operation({
        operationId: 'getBaseline',
        summary: 'One baseline, and how far its reading is',
        parameters: [ID, CLUSTER],
        response: 'Baseline',
        errors: [400, 401, 403, 404],
      }),
    },
    '/baselines/{id}/comparisons': {
      post: operation({
        operationId: 'compareWithBaseline',
        summary:
          'Queues the reading of the stacks as they are now, unless that is being done',
        parameters: [ID, CLUSTER],
        response: 'Comparison',
        also: { 202: 'They are being read' },
        errors: [400, 401, 403, 404, 409],
      }),
    },
    '/baselines/{id}/comparison': {
      get: operation({
        operationId: 'getComparison',
        summary: 'The newest comparison; it reads nothing itself',
        parameters: [
          ID,
          CLUSTER,
          WAIT,
          inQuery('format', 'html: a page that needs nothing else', {
            type: 'string',
            enum: ['json', 'html'],
            default: 'json',
          }),
        ],
        response: 'Comparison',
        errors: [400, 401, 403, 404],
      }),
    },
  };
}
