export * from './types';
export * from './render';
export { inertText } from './inert';
export { formatStackPlace } from './places';
export { english } from './english';
