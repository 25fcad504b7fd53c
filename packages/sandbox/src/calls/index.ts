export * from './CallCounter';
