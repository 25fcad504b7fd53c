/**
 * The domain of LBC for Backstage: whose load balancer it is and what state its
 * life is in. Plain data in, plain data out.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './compatibility';
export * from './doctor';
export * from './drift';
export * from './identity';
export * from './inventory';
export * from './knowledge';
export * from './lifecycle';
export * from './messages';
export * from './removal';
export * from './cost';
export * from './permissions';
export * from './readiness';
export * from './rights';
export type * from './schema/types';
export * from './verification';
