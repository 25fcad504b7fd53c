import type {
  AuthService,
  HttpAuthService,
  HttpRouterService,
  LifecycleService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knowledge } from '@lbc-backstage/plugin-lbc-common';
import { DefaultKnowledge } from '@lbc-backstage/plugin-lbc-common/knowledge-data';
import { CompatibilityAssessor } from '../compatibility';
import type { LbcConfig } from '../config';
import {
  ClusterOwners,
  EntityMatcher,
  EntityParts,
  scheduleCatalogJob,
} from '../entities';
import { Authorizer, registerPermissions } from '../permissions';
import type { LbcEngine } from '../engine';
import { cadenceOf, ReadinessAssessor, ReadinessSlot } from '../readiness';
import { RemovalAssessor } from '../removal';
import { createRouter } from './createRouter';

/** What the API needs of the engine. */
export type ServedEngine = Pick<
  LbcEngine,
  | 'readStore'
  | 'jobControl'
  | 'discoveryFacts'
  | 'doctorFacts'
  | 'snapshots'
  | 'attestations'
  | 'baselines'
  | 'onSubjectsChanged'
>;

/** Puts the API, its permissions and the catalog job in front of an engine. */
export async function serveApi(options: {
  engine: ServedEngine;
  lbcConfig: LbcConfig;
  /** Absent: what this version of the plugin knows. */
  knowledge?: Knowledge;
  /** Absent: no module added any. */
  readinessChecks?: ReadinessSlot;
  config: RootConfigService;
  now: () => number;
  logger: LoggerService;
  lifecycle: LifecycleService;
  auth: AuthService;
  httpAuth: HttpAuthService;
  httpRouter: HttpRouterService;
  catalog: CatalogService;
  scheduler: SchedulerService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
}): Promise<void> {
  const { engine, lbcConfig, config, now, logger, auth, catalog } = options;
  const { readStore: store } = engine;

  registerPermissions({
    permissionsRegistry: options.permissionsRegistry,
    store,
  });
  const settings = {
    serviceLocator:
      config.getOptionalString('kubernetes.serviceLocatorMethod.type') ??
      'multiTenant',
    entityTags: lbcConfig.entityTags,
  };
  const { scopes } = lbcConfig.aws;
  const matcher = EntityMatcher.create({ store, settings, scopes, now });
  const clusterOwners = ClusterOwners.create({ catalog, auth });
  const knowledge = options.knowledge ?? DefaultKnowledge.create();
  const checks = options.readinessChecks ?? new ReadinessSlot();

  options.httpRouter.use(
    createRouter({
      httpAuth: options.httpAuth,
      catalog,
      authorizer: Authorizer.create(options),
      store,
      jobs: engine.jobControl,
      baselines: engine.baselines,
      discoveryFacts: engine.discoveryFacts,
      doctorFacts: engine.doctorFacts,
      matcher,
      parts: EntityParts.create({ catalog }),
      clusterOwners,
      compatibility: CompatibilityAssessor.create({
        snapshots: engine.snapshots,
        store,
        knowledge,
        now,
      }),
      readiness: ReadinessAssessor.create({
        snapshots: engine.snapshots,
        store,
        attestations: engine.attestations,
        knowledge,
        checks,
        cadence: cadenceOf(lbcConfig),
        values: lbcConfig.readiness.values,
        now,
      }),
      removalPaths: RemovalAssessor.create({
        snapshots: engine.snapshots,
        store,
        prices: lbcConfig.prices,
        cadence: cadenceOf(lbcConfig),
        now,
      }),
      attestations: engine.attestations,
      readinessCodes: () => checks.codes(),
      knowledge,
      settings,
      configured: {
        kubernetes: config.has('kubernetes'),
        aws: scopes.length > 0 || lbcConfig.aws.regions.length > 0,
        scopes,
      },
      removal: {
        prices: lbcConfig.prices,
        confirmed: lbcConfig.confirmed.orphans,
      },
      now,
    }),
  );
  options.httpRouter.addAuthPolicy({
    path: '/health',
    allow: 'unauthenticated',
  });

  const job = await scheduleCatalogJob({
    scheduler: options.scheduler,
    catalog,
    auth,
    logger,
    matcher,
    clusterOwners,
    interval: lbcConfig.schedule.catalog,
  });
  const unsubscribe = engine.onSubjectsChanged(() => job.subjectsChanged());
  options.lifecycle.addShutdownHook(() => {
    unsubscribe();
    job.stop();
  });
}
