export { SdkAwsSource } from './SdkAwsSource';
export type { SdkAwsSourceOptions } from './SdkAwsSource';
