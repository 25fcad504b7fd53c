export { createRouter } from './createRouter';
export type { RouteContext } from './types';
