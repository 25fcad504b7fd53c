import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  AwsSource,
  KubernetesSource,
  lbcClockServiceRef,
  lbcKnowledgeExtensionPoint,
  lbcReadinessExtensionPoint,
  LbcSourcesExtensionPoint,
  lbcSourcesExtensionPoint,
  SourceOrFactory,
} from '@lbc-backstage/plugin-lbc-node';
import { readLbcConfig } from './config';
import { LbcEngine } from './engine';
import { InspectionSlot, lbcInspectionExtensionPoint } from './inspection';
import { KnowledgeSlot } from './knowledge';
import { inertLogger } from './logs';
import type { MetricsRecorder } from './metrics/MetricsRecorder';
import { ReadinessSlot } from './readiness';
import { serveApi } from './routes';
import { ApiCall, ProxyKubernetesSource, SdkAwsSource } from './sources';

/** A source that a module may set, once. */
class SourceSlot<T extends object> {
  #set?: SourceOrFactory<T>;

  constructor(readonly name: string) {}

  set(source: SourceOrFactory<T>): void {
    if (this.#set) {
      throw new Error(`The ${this.name} source of lbc may be set only once`);
    }
    this.#set = source;
  }

  get(getDefault: () => T): T {
    if (!this.#set) {
      return getDefault();
    }
    return typeof this.#set === 'function'
      ? this.#set({ getDefault })
      : this.#set;
  }
}

class SourceSlots implements LbcSourcesExtensionPoint {
  readonly kubernetes = new SourceSlot<KubernetesSource>('Kubernetes');
  readonly aws = new SourceSlot<AwsSource>('AWS');

  setKubernetesSource(source: SourceOrFactory<KubernetesSource>): void {
    this.kubernetes.set(source);
  }

  setAwsSource(source: SourceOrFactory<AwsSource>): void {
    this.aws.set(source);
  }
}

/**
 * Whose load balancer it is, and what state its life is in.
 * @public
 */
export const lbcPlugin = createBackendPlugin({
  pluginId: 'lbc',
  register(env) {
    const sources = new SourceSlots();
    env.registerExtensionPoint(lbcSourcesExtensionPoint, sources);
    const knownReleases = new KnowledgeSlot();
    env.registerExtensionPoint(lbcKnowledgeExtensionPoint, knownReleases);
    const readinessChecks = new ReadinessSlot();
    env.registerExtensionPoint(lbcReadinessExtensionPoint, readinessChecks);
    const inspection = new InspectionSlot();
    env.registerExtensionPoint(lbcInspectionExtensionPoint, inspection);

    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        clock: lbcClockServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(given) {
        const deps = { ...given, logger: inertLogger(given.logger) };
        const { auth, clock, config, discovery, lifecycle, logger } = deps;
        const lbcConfig = readLbcConfig(config);
        for (const key of lbcConfig.unknownKeys) {
          logger.warn(`${key} is no option of lbc and is ignored`);
        }

        const knowledge = await knownReleases.create(lbcConfig.knowledge);

        const measured: { by?: MetricsRecorder } = {};
        const tell = (source: 'kubernetes' | 'aws') => (call: ApiCall) =>
          measured.by?.apiCall({ source, ...call });
        const engine = await LbcEngine.create({
          database: deps.database,
          logger,
          clock,
          config,
          lifecycle,
          metrics: deps.metrics,
          kubernetesSource: sources.kubernetes.get(() =>
            ProxyKubernetesSource.create({
              discovery,
              auth,
              logger,
              clock,
              config,
              onCall: tell('kubernetes'),
            }),
          ),
          awsSource: sources.aws.get(() =>
            SdkAwsSource.create({
              config,
              credentialsManager:
                DefaultAwsCredentialsManager.fromConfig(config),
              logger,
              clock,
              onCall: tell('aws'),
            }),
          ),
        });
        measured.by = engine.metrics;
        await serveApi({
          ...deps,
          engine,
          knowledge,
          readinessChecks,
          lbcConfig,
          now: () => clock.now(),
        });
        await inspection.open({ database: deps.database, engine, clock });
        lifecycle.addStartupHook(() => engine.start());
      },
    });
  },
});
