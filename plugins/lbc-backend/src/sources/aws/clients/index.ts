export { AwsClients } from './AwsClients';
export type { ScopeClients } from './AwsClients';
