export { ProxyKubernetesSource } from './kubernetes';
export type { ProxyKubernetesSourceOptions } from './kubernetes';
