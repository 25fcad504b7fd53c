import { inPath, inQuery, operation } from './operation';
import type { Json } from './schemas';

const CLUSTER = inPath('cluster', 'The cluster’s name in the portal');
const TARGET = [
  inQuery('target', 'The release to go to, as in v3.5.0; default: the best', {
    type: 'string',
  }),
  inQuery(
    'kubernetes',
    'Instead of target: the version of Kubernetes to go to, as in 1.35',
    { type: 'string' },
  ),
];

/** Whether controllers can be upgraded. */
export function readinessPaths(entity: string, inEntity: Json[]): Json {
  return {
    [`${entity}/readiness`]: {
      get: operation({
        operationId: 'getEntityReadiness',
        summary: 'What the next upgrade does to an entity’s load balancers',
        parameters: [...inEntity, ...TARGET],
        response: 'EntityReadiness',
        errors: [400, 401, 404],
      }),
    },
    '/controllers/{cluster}/readiness': {
      get: operation({
        operationId: 'getClusterReadiness',
        summary:
          'Whether the controller of a cluster, or its Kubernetes, can be upgraded, with a plan',
        parameters: [CLUSTER, ...TARGET],
        response: 'Readiness',
        errors: [400, 401, 403, 404],
      }),
    },
    '/controllers/{cluster}/removal': {
      get: operation({
        operationId: 'getControllerRemoval',
        summary:
          'The way to remove a controller: what must be zero first, in which order, what stays behind; and what stays, hangs and leaks if it goes now',
        parameters: [CLUSTER],
        response: 'ControllerRemoval',
        errors: [401, 403, 404],
      }),
    },
    '/controllers/{cluster}/attestations': {
      get: operation({
        operationId: 'listAttestations',
        summary: 'What people said in place of what could not be seen',
        parameters: [CLUSTER],
        response: 'Attestations',
        errors: [401, 403, 404],
      }),
      post: operation({
        operationId: 'attest',
        summary:
          'Says what could not be seen: who, why, for which target and until when',
        parameters: [CLUSTER],
        response: 'Attestation',
        also: { 201: 'It is kept' },
        errors: [400, 401, 403, 404],
      }),
    },
    '/controllers/{cluster}/attestations/{id}': {
      delete: operation({
        operationId: 'withdrawAttestation',
        summary: 'Takes an attestation back',
        parameters: [CLUSTER, inPath('id', 'Its id')],
        response: 'Attestations',
        errors: [401, 403, 404],
      }),
    },
  };
}
