export { RemovalAssessor } from './RemovalAssessor';
