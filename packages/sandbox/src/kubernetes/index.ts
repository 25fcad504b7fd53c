export { ClusterData } from './ClusterData';
export { KubernetesServer } from './KubernetesServer';
export type { ServedCluster } from './ServedCluster';
