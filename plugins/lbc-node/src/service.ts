import {
  BackstageCredentials,
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type {
  BaselineInfo,
  CleanUpResponse,
  ComparisonReport,
  CompatibilityResponse,
  ControllersResponse,
  CoverageResponse,
  DetailStatus,
  EntityLoadBalancersResponse,
  EntityReadinessResponse,
  LifecycleState,
  ReadinessReport,
  ReadinessTarget,
  RefreshStatus,
  SubjectDetail,
  TransitionsResponse,
  WhatIfResponse,
  WhatIfScenario,
} from '@lbc-backstage/plugin-lbc-common';
import { HttpLbcService } from './HttpLbcService';

/** On whose behalf something is asked. @public */
export interface LbcServiceOptions {
  /** Whose permissions hold. */
  credentials: BackstageCredentials;
  /** Ends the request. */
  signal?: AbortSignal;
}

/** A page of a list; `cursor` is the `nextCursor` of the page before. @public */
export interface LbcPageRequest {
  /** At most 100. */
  limit?: number;
  /** Where the page before ended. */
  cursor?: string;
}

/** What goes, and of what. @public */
export type LbcWhatIfRequest = {
  scenario: WhatIfScenario;
  /** The namespace that goes, or the only one looked at. */
  namespace?: string;
  /** The IngressClass that goes. */
  ingressClass?: string;
} & ({ id: string } | { entityRef: string } | { cluster: string });

/**
 * What the `lbc` backend knows, for other plugins' backends and their modules.
 * Everything obeys the permissions of the credentials that are given; nothing
 * but `refreshEntity` and `readDetail` does more than read what was swept already.
 * @public
 */
export interface LbcService {
  /** The load balancers of an entity, most urgent first. */
  getEntityLoadBalancers(
    request: {
      entityRef: string;
      states?: readonly LifecycleState[];
    } & LbcPageRequest,
    options: LbcServiceOptions,
  ): Promise<EntityLoadBalancersResponse>;

  /** Everything known of one subject. */
  getSubject(
    request: { id: string },
    options: LbcServiceOptions,
  ): Promise<SubjectDetail>;

  /** The history of one subject, newest first. */
  listTransitions(
    request: { id: string } & LbcPageRequest,
    options: LbcServiceOptions,
  ): Promise<TransitionsResponse>;

  /**
   * What would stay, hang and leak if something went: of one subject, of an
   * entity's, or of a whole cluster. Exactly one of the three is named.
   */
  getWhatIf(
    request: LbcWhatIfRequest & LbcPageRequest,
    options: LbcServiceOptions,
  ): Promise<WhatIfResponse>;

  /** How a person cleans up one orphan; the product itself changes nothing. */
  getCleanUp(
    request: { id: string },
    options: LbcServiceOptions,
  ): Promise<CleanUpResponse>;

  /** Whether the controllers that serve an entity fit, and read what its objects use. */
  getEntityCompatibility(
    request: { entityRef: string },
    options: LbcServiceOptions,
  ): Promise<CompatibilityResponse>;

  /** The same of a whole cluster. */
  getClusterCompatibility(
    request: { cluster: string },
    options: LbcServiceOptions,
  ): Promise<CompatibilityResponse>;

  /** What the next upgrade does to an entity's load balancers; without a target, to the best one. */
  getEntityReadiness(
    request: { entityRef: string; target?: ReadinessTarget },
    options: LbcServiceOptions,
  ): Promise<EntityReadinessResponse>;

  /** Whether a cluster's controller, or its Kubernetes, can be upgraded, with a plan. */
  getClusterReadiness(
    request: { cluster: string; target?: ReadinessTarget },
    options: LbcServiceOptions,
  ): Promise<ReadinessReport>;

  /** The controllers of the fleet, or of some clusters. */
  listControllers(
    request: { clusters?: readonly string[] } & LbcPageRequest,
    options: LbcServiceOptions,
  ): Promise<ControllersResponse>;

  /** How completely everything is seen, or some clusters and scopes. */
  getCoverage(
    request: {
      /** As in `cluster:prod-1` or `scope:123456789012/eu-west-1`. */
      targets?: readonly string[];
      incompleteOnly?: boolean;
    } & LbcPageRequest,
    options: LbcServiceOptions,
  ): Promise<CoverageResponse>;

  /** Reads what the entity touches ahead of time, at most once a minute. */
  refreshEntity(
    request: { entityRef: string },
    options: LbcServiceOptions,
  ): Promise<RefreshStatus>;

  /** How far the last refresh of the entity is. */
  getRefresh(
    request: { entityRef: string },
    options: LbcServiceOptions,
  ): Promise<RefreshStatus>;

  /**
   * Queues a reading of one subject's listeners, rules and targets, at most once
   * a minute; what it read is then in the subject's `detail`.
   */
  readDetail(
    request: { id: string },
    options: LbcServiceOptions,
  ): Promise<DetailStatus>;

  /** How far that reading is. */
  getDetail(
    request: { id: string },
    options: LbcServiceOptions,
  ): Promise<DetailStatus>;

  /** The baselines of a cluster, newest first. */
  listBaselines(
    request: { cluster: string },
    options: LbcServiceOptions,
  ): Promise<{ items: BaselineInfo[] }>;

  /** Queues the reading of a cluster's load balancers as they are. */
  takeBaseline(
    request: {
      cluster: string;
      name: string;
      /** Ids of the subjects to read; absent: all of the cluster. */
      subjects?: readonly string[];
    },
    options: LbcServiceOptions,
  ): Promise<BaselineInfo>;

  /** One baseline, and how far its reading is. */
  getBaseline(
    request: { id: string },
    options: LbcServiceOptions,
  ): Promise<BaselineInfo>;

  /** Queues the reading of a baseline's stacks as they are now. */
  compareWithBaseline(
    request: { id: string },
    options: LbcServiceOptions,
  ): Promise<ComparisonReport>;

  /** The newest comparison with a baseline. */
  getComparison(
    request: {
      id: string;
      /** How long to wait for one that is being read; 60 at the most. */
      waitSeconds?: number;
    },
    options: LbcServiceOptions,
  ): Promise<ComparisonReport>;
}

/**
 * The `lbc` backend, wherever it runs. By default it is asked over HTTP.
 * @public
 */
export const lbcServiceRef = createServiceRef<LbcService>({
  id: 'lbc.service',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: ({ auth, discovery }) =>
        HttpLbcService.create({ auth, discovery }),
    }),
});
