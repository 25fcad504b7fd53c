export { generate } from './generate';
export type { GenerateOptions } from './generate';
export { SIZES } from './sizes';
export type { Size } from './sizes';
