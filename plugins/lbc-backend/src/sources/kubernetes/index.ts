export { ProxyKubernetesSource } from './ProxyKubernetesSource';
export type { ProxyKubernetesSourceOptions } from './ProxyKubernetesSource';
