export * from './conditions';
export * from './proof';
