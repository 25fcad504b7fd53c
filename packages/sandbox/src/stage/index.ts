export * from './StagedWorld';
