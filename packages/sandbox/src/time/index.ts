export * from './timestamp';
export * from './TimeMap';
export * from './mapTimes';
