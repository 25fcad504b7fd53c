import { PARTITION_POLICIES } from '../../knowledge/partitions';
import { inPath, inQuery, operation } from './operation';
import type { Json } from './schemas';

function release(name: 'from' | 'to', description: string): Json {
  return { ...inQuery(name, description, { type: 'string' }), required: true };
}

/** What is known of the controller's releases. */
export function knowledgePaths(): Json {
  return {
    '/knowledge/releases': {
      get: operation({
        operationId: 'listReleases',
        summary: 'The releases of the controller that are known, oldest first',
        response: 'KnowledgeReleases',
        errors: [401],
      }),
    },
    '/knowledge/releases/{version}': {
      get: operation({
        operationId: 'getRelease',
        summary: 'All that is known of one release',
        parameters: [inPath('version', 'As in v2.13.0')],
        response: 'KnowledgeRelease',
        errors: [400, 401, 404],
      }),
    },
    '/knowledge/delta': {
      get: operation({
        operationId: 'getDelta',
        summary:
          'What a jump from one release to another changes, and where it must stop',
        parameters: [
          release('from', 'The release that runs, as in v2.4.7'),
          release('to', 'The release to go to, as in v3.5.0'),
          inQuery('partition', 'Whose IAM policy is compared', {
            type: 'string',
            enum: Object.keys(PARTITION_POLICIES),
            default: 'aws',
          }),
        ],
        response: 'KnowledgeDelta',
        errors: [400, 401],
      }),
    },
  };
}
