export * from './types';
export * from './render';
export { formatStackPlace } from './places';
export { english } from './english';
