export * from './types';
export { RULES_VERSION } from './rulesVersion';
export type { Finding } from './findings/types';
