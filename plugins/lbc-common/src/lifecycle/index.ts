export * from './types';
export { RULES_VERSION } from './rulesVersion';
export { convergenceOf } from './convergence';
export type { Convergence, OwnerReport } from './convergence';
export type { Finding } from './findings/types';
