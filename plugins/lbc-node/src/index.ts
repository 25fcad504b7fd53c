/**
 * Extension points and services of LBC for Backstage.
 *
 * @packageDocumentation
 */
export * from './clock';
export * from './knowledge';
export * from './readiness';
export * from './service';
export * from './sources';
