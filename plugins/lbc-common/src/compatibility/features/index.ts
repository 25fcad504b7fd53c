export { AnnotationReader } from './annotations';
export { featuresInUse } from './featuresInUse';
export { fieldHistory } from './fieldHistory';
export type { FieldHistory, FieldLife } from './fieldHistory';
export { fieldsOf } from './fields';
