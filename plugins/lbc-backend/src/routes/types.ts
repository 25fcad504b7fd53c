import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Router } from 'express';
import type {
  ConfirmedOrphan,
  Knowledge,
  KnownScope,
  MatchingSettings,
  PriceList,
} from '@lbc-backstage/plugin-lbc-common';
import type { CompatibilityAssessor } from '../compatibility';
import type { ClusterOwners, EntityMatcher, EntityParts } from '../entities';
import type { Authorizer } from '../permissions';
import type { DoctorFacts } from '../doctor/types';
import type { RemovalAssessor } from '../removal';
import type { AttestationStore, ReadinessAssessor } from '../readiness';
import type { BaselineStore } from '../store/baselines/types';
import type { DiscoveryFacts, JobControl, ReadStore } from '../store/types';

/** What the routes are made of. None of it calls a cluster or AWS. */
export interface RouteContext {
  httpAuth: HttpAuthService;
  catalog: CatalogService;
  authorizer: Authorizer;
  store: ReadStore;
  jobs: JobControl;
  baselines: BaselineStore;
  discoveryFacts: DiscoveryFacts;
  doctorFacts: DoctorFacts;
  matcher: EntityMatcher;
  parts: EntityParts;
  clusterOwners: ClusterOwners;
  compatibility: CompatibilityAssessor;
  readiness: ReadinessAssessor;
  attestations: AttestationStore;
  /** Codes of every check, those of modules among them. */
  readinessCodes: () => string[];
  /** What the controller's releases are and do. */
  knowledge: Knowledge;
  settings: MatchingSettings;
  /** What configuration says, for the sentence that says what is missing. */
  configured: {
    kubernetes: boolean;
    /** Scopes, or Regions of the accounts that AWS is configured with. */
    aws: boolean;
    scopes: readonly KnownScope[];
  };
  /** The way to remove a controller. */
  removalPaths: RemovalAssessor;
  /** What configuration says of clean-up. */
  removal: { prices: PriceList; confirmed: readonly ConfirmedOrphan[] };
  now: () => number;
}

/** Adds one route. */
export type AddRoute = (router: Router, context: RouteContext) => void;
