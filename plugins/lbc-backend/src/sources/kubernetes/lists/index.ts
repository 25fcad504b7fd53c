export { combine } from './combine';
export { nothing } from './outcome';
export type { ListOutcome } from './outcome';
export { readList } from './readList';
export { readObject } from './readObject';
