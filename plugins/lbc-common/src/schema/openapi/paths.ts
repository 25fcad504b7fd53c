import { LIFECYCLE_STATES } from '../../lifecycle/types';
import { WHAT_IF_SCENARIOS } from '../../removal/types';
import { baselinePaths } from './baselines';
import { knowledgePaths } from './knowledge';
import { inPath, inQuery, many, operation } from './operation';
import { readinessPaths } from './readiness';
import type { Json } from './schemas';

const ENTITY = [
  inPath('kind', 'As in component'),
  inPath('namespace', 'As in default'),
  inPath('name', 'As in checkout'),
];
const PAGING = [
  inQuery('limit', 'Items of a page', {
    type: 'integer',
    minimum: 1,
    maximum: 100,
    default: 50,
  }),
  inQuery('cursor', 'nextCursor of the page before', { type: 'string' }),
];

const SCENARIO: Json = {
  ...inQuery('scenario', 'What goes', {
    type: 'string',
    enum: [...WHAT_IF_SCENARIOS],
  }),
  required: true,
};
const WHAT_IF = [
  SCENARIO,
  inQuery('namespace', 'The namespace that goes, or the only one looked at', {
    type: 'string',
  }),
  inQuery('ingressClass', 'The IngressClass that goes; default: any', {
    type: 'string',
  }),
];

/** Every operation of the API. */
export function paths(): Json {
  const entity = '/entities/by-name/{kind}/{namespace}/{name}';
  return {
    [`${entity}/load-balancers`]: {
      get: operation({
        operationId: 'getEntityLoadBalancers',
        summary: 'The load balancers of an entity, most urgent first',
        parameters: [
          ...ENTITY,
          many('state', 'Only these states; the verdict stays that of all', {
            type: 'string',
            enum: [...LIFECYCLE_STATES],
          }),
          ...PAGING,
        ],
        response: 'EntityLoadBalancers',
        errors: [400, 401, 404],
      }),
    },
    [`${entity}/refresh`]: {
      get: operation({
        operationId: 'getRefresh',
        summary: 'How far the last refresh of the entity is',
        parameters: ENTITY,
        response: 'RefreshStatus',
        errors: [400, 401, 403, 404],
      }),
      post: operation({
        operationId: 'refreshEntity',
        summary:
          'Moves the next sweeps of what the entity touches forward, at most once a minute',
        parameters: ENTITY,
        response: 'RefreshStatus',
        also: { 202: 'It was moved forward; 200 where that was done already' },
        errors: [400, 401, 403, 404],
      }),
    },
    '/subjects/{id}': {
      get: operation({
        operationId: 'getSubject',
        summary: 'Everything known of one subject',
        parameters: [inPath('id', 'Its opaque id')],
        response: 'SubjectDetail',
        errors: [401, 404],
      }),
    },
    '/subjects/{id}/detail': {
      get: operation({
        operationId: 'getDetail',
        summary: 'How far the reading of one stack is',
        parameters: [inPath('id', 'Its opaque id')],
        response: 'DetailStatus',
        errors: [401, 404],
      }),
      post: operation({
        operationId: 'readDetail',
        summary:
          'Queues a reading of listeners, rules and targets, at most once a minute',
        parameters: [inPath('id', 'Its opaque id')],
        response: 'DetailStatus',
        also: { 202: 'It was queued; 200 where that was done already' },
        errors: [400, 401, 403, 404],
      }),
    },
    [`${entity}/what-if`]: {
      get: operation({
        operationId: 'getEntityWhatIf',
        summary:
          'What would stay, hang and leak of an entity’s load balancers if something went',
        parameters: [...ENTITY, ...WHAT_IF, ...PAGING],
        response: 'WhatIf',
        errors: [400, 401, 404],
      }),
    },
    '/clusters/{name}/what-if': {
      get: operation({
        operationId: 'getClusterWhatIf',
        summary:
          'What would stay, hang and leak in a cluster, or in one of its namespaces, if something went',
        parameters: [
          inPath('name', 'The cluster’s name in the portal'),
          ...WHAT_IF,
          ...PAGING,
        ],
        response: 'WhatIf',
        errors: [400, 401, 403, 404],
      }),
    },
    '/subjects/{id}/what-if': {
      get: operation({
        operationId: 'getSubjectWhatIf',
        summary: 'What would stay, hang and leak of one if something went',
        parameters: [inPath('id', 'Its opaque id'), ...WHAT_IF],
        response: 'WhatIf',
        errors: [400, 401, 404],
      }),
    },
    '/subjects/{id}/clean-up': {
      get: operation({
        operationId: 'getCleanUp',
        summary:
          'How a person cleans up an orphan: proof, what is lacking, steps, commands, cost',
        parameters: [inPath('id', 'Its opaque id')],
        response: 'CleanUp',
        errors: [401, 404],
      }),
    },
    '/subjects/{id}/transitions': {
      get: operation({
        operationId: 'listTransitions',
        summary: 'The history of one subject, newest first',
        parameters: [inPath('id', 'Its opaque id'), ...PAGING],
        response: 'Transitions',
        errors: [400, 401, 404],
      }),
    },
    '/subjects/{id}/timeline': {
      get: operation({
        operationId: 'listTimeline',
        summary:
          'What happened to one subject, newest first: changes of state, Events of its owners, and times in which nobody looked',
        parameters: [inPath('id', 'Its opaque id'), ...PAGING],
        response: 'Timeline',
        errors: [400, 401, 404],
      }),
    },
    [`${entity}/compatibility`]: {
      get: operation({
        operationId: 'getEntityCompatibility',
        summary:
          'Whether the controllers that serve an entity fit their clusters, and read what its objects use',
        parameters: ENTITY,
        response: 'Compatibility',
        errors: [400, 401, 404],
      }),
    },
    '/controllers/{cluster}/compatibility': {
      get: operation({
        operationId: 'getClusterCompatibility',
        summary:
          'Whether the controllers of a cluster fit it, and read what its objects use',
        parameters: [inPath('cluster', 'The cluster’s name in the portal')],
        response: 'Compatibility',
        errors: [401, 403, 404],
      }),
    },
    ...baselinePaths(),
    ...readinessPaths(entity, ENTITY),
    ...knowledgePaths(),
    '/controllers': {
      get: operation({
        operationId: 'listControllers',
        summary: 'The controllers of the fleet',
        parameters: [
          many('cluster', 'Only these clusters', { type: 'string' }),
          ...PAGING,
        ],
        response: 'Controllers',
        errors: [400, 401, 403],
      }),
    },
    '/coverage': {
      get: operation({
        operationId: 'getCoverage',
        summary: 'How completely every kind of every cluster and scope is seen',
        parameters: [
          many('target', 'Only these, as in cluster:prod-1', {
            type: 'string',
          }),
          inQuery('incomplete', 'Leaves out what is complete or absent', {
            type: 'boolean',
            default: false,
          }),
          ...PAGING,
        ],
        response: 'Coverage',
        errors: [400, 401, 403],
      }),
    },
    '/doctor': {
      get: operation({
        operationId: 'getDoctor',
        summary:
          'What can be seen of the fleet, what is missing, and what to allow',
        parameters: [
          many('target', 'Only these, as in cluster:prod-1', {
            type: 'string',
          }),
          ...PAGING,
        ],
        response: 'Doctor',
        errors: [400, 401, 403],
      }),
    },
    '/health': {
      get: operation({
        operationId: 'getHealth',
        summary: 'Answers while the plugin runs',
        response: 'Health',
        errors: [],
        open: true,
      }),
    },
  };
}
