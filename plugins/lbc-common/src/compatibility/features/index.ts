export { AnnotationReader } from './annotations';
export { featuresInUse } from './featuresInUse';
export { fieldsOf } from './fields';
