export { findRunning } from './findRunning';
export { gatesInEffect, parseGates } from './gates';
export type { GateSettings } from './gates';
export { isEksBuild, versionOfImage, versionOfTag } from './imageVersion';
export type { ImageVersion } from './imageVersion';
