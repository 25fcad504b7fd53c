export { ClusterClient } from './ClusterClient';
export type {
  ClusterAnswer,
  ClusterClientOptions,
  ClusterRequest,
} from './ClusterClient';
export { ClusterRequestError } from './ClusterRequestError';
export type { RequestFailure } from './ClusterRequestError';
export { DEFAULT_PATIENCE } from './patience';
export type { Patience } from './patience';
