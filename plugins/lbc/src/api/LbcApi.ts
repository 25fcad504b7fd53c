import type { CompoundEntityRef } from '@backstage/catalog-model';
import { createApiRef } from '@backstage/core-plugin-api';
import type {
  CleanUpResponse,
  CompatibilityResponse,
  DetailStatus,
  DoctorResponse,
  EntityLoadBalancersResponse,
  RefreshStatus,
  SubjectDetail,
  TimelineResponse,
  TransitionsResponse,
  WhatIfResponse,
  WhatIfScenario,
} from '@lbc-backstage/plugin-lbc-common';
import type { LbcReadinessApi } from './readiness';

/**
 * What the page asks the `lbc` backend. Nothing here makes the backend call a
 * cluster or AWS, except that a refresh moves its next sweeps forward and that
 * the detail of one stack is read when somebody asks for it.
 * @public
 */
export interface LbcApi extends LbcReadinessApi {
  /** The load balancers of an entity, most urgent first. */
  getEntityLoadBalancers(options: {
    entityRef: CompoundEntityRef;
    cursor?: string;
    limit?: number;
    signal?: AbortSignal;
  }): Promise<EntityLoadBalancersResponse>;

  /** What can be seen of the fleet, what is missing, and what to allow. */
  getDoctor(options: {
    cursor?: string;
    limit?: number;
    signal?: AbortSignal;
  }): Promise<DoctorResponse>;

  /** Everything known of one subject. */
  getSubject(options: {
    id: string;
    signal?: AbortSignal;
  }): Promise<SubjectDetail>;

  /** The history of one subject, newest first. */
  getTransitions(options: {
    id: string;
    cursor?: string;
    limit?: number;
    signal?: AbortSignal;
  }): Promise<TransitionsResponse>;

  /** What happened to one subject, newest first: states, Events, times in which nobody looked. */
  getTimeline(options: {
    id: string;
    cursor?: string;
    limit?: number;
    signal?: AbortSignal;
  }): Promise<TimelineResponse>;

  /** What would stay, hang and leak of one subject if something went. */
  getWhatIf(options: {
    id: string;
    scenario: WhatIfScenario;
    signal?: AbortSignal;
  }): Promise<WhatIfResponse>;

  /** How a person cleans up one orphan. */
  getCleanUp(options: {
    id: string;
    signal?: AbortSignal;
  }): Promise<CleanUpResponse>;

  /** Whether the controllers that serve the entity fit, and read what its objects use. */
  getEntityCompatibility(options: {
    entityRef: CompoundEntityRef;
    signal?: AbortSignal;
  }): Promise<CompatibilityResponse>;

  /** The same of a whole cluster. */
  getClusterCompatibility(options: {
    cluster: string;
    signal?: AbortSignal;
  }): Promise<CompatibilityResponse>;

  /** Asks to read the clusters and scopes that the entity touches ahead of time. */
  requestRefresh(options: {
    entityRef: CompoundEntityRef;
    signal?: AbortSignal;
  }): Promise<RefreshStatus>;

  /** How far the last refresh of the entity is. */
  getRefresh(options: {
    entityRef: CompoundEntityRef;
    signal?: AbortSignal;
  }): Promise<RefreshStatus>;

  /** Asks to read listeners, rules and targets of one subject, live. */
  requestDetail(options: {
    id: string;
    signal?: AbortSignal;
  }): Promise<DetailStatus>;

  /** How far that reading is. */
  getDetail(options: {
    id: string;
    signal?: AbortSignal;
  }): Promise<DetailStatus>;
}

/** The page's way to the `lbc` backend. @public */
export const lbcApiRef = createApiRef<LbcApi>({ id: 'plugin.lbc.client' });
