export * from './arn';
export { controllerFinalizers, FINALIZERS } from './finalizers';
export * from './names';
export * from './tags';
export * from './entities';
