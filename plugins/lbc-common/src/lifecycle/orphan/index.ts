export * from './conditions';
export * from './proof';
export * from './retired';
