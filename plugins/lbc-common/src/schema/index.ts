/**
 * zod schemas of the API. The page imports the types from the package's main
 * entry, never this one.
 *
 * @packageDocumentation
 */
export * from './chain';
export * from './common';
export * from './compatibility';
export * from './doctor';
export * from './drift';
export * from './knowledge';
export * from './knowledgeDelta';
export * from './readiness';
export * from './subjects';
export * from './responses';
export * from './removal';
export * from './removalPath';
export * from './timeline';
export * from './verification';
