export * from './types';
export * from './render';
export { english } from './english';
