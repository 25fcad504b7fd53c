export * from './types';
export { RULES_VERSION } from './rulesVersion';
