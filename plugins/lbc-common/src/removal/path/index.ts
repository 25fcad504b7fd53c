export type * from './types';
export { REMOVAL_GATES } from './types';
export type { RemovalPathInput } from './input';
export { removalPath } from './removalPath';
