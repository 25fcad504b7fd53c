export * from './Reply';
export * from './listen';
export * from './send';
