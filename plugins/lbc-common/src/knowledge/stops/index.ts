export { nextSafeStops } from './nextSafeStops';
export type * from './types';
