export type { Endpoints } from './endpoints';
export { readAwsSettings, scopeId } from './readAwsSettings';
export type {
  AwsSettings,
  ConfiguredScope,
  OptionalServices,
} from './readAwsSettings';
