export { chainOf } from './chainOf';
export * from './types';
