export * from './json';
export * from './mapStrings';
