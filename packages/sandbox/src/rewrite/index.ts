export * from './Rewriter';
export * from './regions';
