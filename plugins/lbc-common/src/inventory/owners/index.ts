export * from './types';
export * from './collectOwners';
export { matchingObject } from './backends';
