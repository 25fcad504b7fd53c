export { readStack } from './readStack';
