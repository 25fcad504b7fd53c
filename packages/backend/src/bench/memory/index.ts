export { measureSweep } from './measureSweep';
