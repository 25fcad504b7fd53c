export { SdkAwsSource } from './aws';
export type { SdkAwsSourceOptions } from './aws';
export { ProxyKubernetesSource } from './kubernetes';
export type { ProxyKubernetesSourceOptions } from './kubernetes';
export type { ApiCall, ApiCallListener } from './apiCalls';
