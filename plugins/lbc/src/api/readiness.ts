import type { CompoundEntityRef } from '@backstage/catalog-model';
import type {
  ApiMessage,
  Attestation,
  BaselineInfo,
  ComparisonReport,
  OwnerEffect,
  ReadinessReport,
  ReadinessTarget,
} from '@lbc-backstage/plugin-lbc-common';

/** The readiness of one cluster, as far as the reader may know it. @public */
export interface ClusterReadiness {
  cluster: string;
  target?: ReadinessTarget;
  /** The release that runs now, where it is known. */
  from?: string;
  /** What the change does to the owners of the entity. */
  effects: OwnerEffect[];
  /** Absent where the reader may not see the whole cluster, and where there is none. */
  report?: ReadinessReport;
  /** Why there is no answer. */
  problems?: ApiMessage[];
}

/** `GET /entities/by-name/:kind/:namespace/:name/readiness` @public */
export interface EntityReadiness {
  entityRef: string;
  clusters: ClusterReadiness[];
  notes: ApiMessage[];
  observedAt?: string;
}

/** What the tab Upgrade readiness asks the `lbc` backend. @public */
export interface LbcReadinessApi {
  /** Whether the controllers that serve the entity can be changed; without a target, to the proposed one. */
  getEntityReadiness(options: {
    entityRef: CompoundEntityRef;
    target?: ReadinessTarget;
    signal?: AbortSignal;
  }): Promise<EntityReadiness>;

  /** Says what the portal could not see: a person's word, kept with the name. */
  attest(options: {
    cluster: string;
    check: string;
    target: ReadinessTarget;
    why: string;
    expiresAt: string;
    signal?: AbortSignal;
  }): Promise<Attestation>;

  /** The baselines of a cluster. */
  getBaselines(options: {
    cluster: string;
    signal?: AbortSignal;
  }): Promise<{ items: BaselineInfo[] }>;

  /** Asks to read a baseline of a cluster. */
  takeBaseline(options: {
    cluster: string;
    name: string;
    signal?: AbortSignal;
  }): Promise<BaselineInfo>;

  /** Asks to read the stacks of a baseline anew and to compare them. */
  requestComparison(options: {
    id: string;
    signal?: AbortSignal;
  }): Promise<ComparisonReport>;

  /** The last comparison with a baseline, however far it is. */
  getComparison(options: {
    id: string;
    signal?: AbortSignal;
  }): Promise<ComparisonReport>;

  /** The same as a page of HTML that needs no portal. */
  getComparisonReport(options: {
    id: string;
    signal?: AbortSignal;
  }): Promise<string>;
}
