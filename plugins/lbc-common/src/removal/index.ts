export * from './facts';
export * from './types';
export { whatIf } from './whatIf';
export { cleanUp } from './cleanUp';
export * from './cleanUp/types';
export * from './path';
