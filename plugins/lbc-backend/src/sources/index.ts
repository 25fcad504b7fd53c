export { SdkAwsSource } from './aws';
export type { SdkAwsSourceOptions } from './aws';
export { ProxyKubernetesSource } from './kubernetes';
export type { ProxyKubernetesSourceOptions } from './kubernetes';
export { SourceError } from './SourceError';
export type { ApiCall, ApiCallListener } from './apiCalls';
