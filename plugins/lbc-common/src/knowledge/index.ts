export type * from './types';
export * from './compareReleases';
export * from './delta';
export * from './partitions';
export * from './recognises';
export * from './releasesBetween';
export * from './standing';
export * from './stops';
export * from './versions';
