export * from './findControllers';
export { controllerContainer, flagsOf, versionOf } from './flags';
