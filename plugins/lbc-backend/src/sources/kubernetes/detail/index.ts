export { readWorkloads } from './readWorkloads';
