export type * from './types';
export { REMOVAL_GATES } from './types';
export type { RemovalPathInput, RemovalPathSubject } from './input';
export { removalPath } from './removalPath';
