export { sweepCluster } from './sweepCluster';
