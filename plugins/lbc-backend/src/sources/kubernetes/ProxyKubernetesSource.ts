import {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import {
  StackService,
  StackWorkloads,
  TargetIdentities,
} from '@lbc-backstage/plugin-lbc-common';
import {
  ClusterInfo,
  KubernetesReading,
  KubernetesSource,
  LbcClock,
  SweepOptions,
} from '@lbc-backstage/plugin-lbc-node';
import { ApiCallListener } from '../apiCalls';
import { ClusterClient, DEFAULT_PATIENCE, Patience } from './client';
import {
  ClusterSelection,
  listClusters,
  readClusterSelection,
} from './clusters';
import { readWorkloads } from './detail';
import { findTargets } from './findTargets';
import { sweepCluster } from './sweep';

/** Options of {@link ProxyKubernetesSource.create}. */
export interface ProxyKubernetesSourceOptions {
  auth: AuthService;
  discovery: DiscoveryService;
  logger: LoggerService;
  clock: LbcClock;
  /** The root configuration; `lbc.clusters` is read from it. */
  config?: Config;
  /** Hears of every call to a cluster. */
  onCall?: ApiCallListener;
  /** Other waits than the usual ones, for tests. */
  patience?: Partial<Patience>;
}

/**
 * Reads clusters through the kubernetes plugin's proxy, so that clusters,
 * credentials and auth strategies are configured once. It only ever GETs.
 */
export class ProxyKubernetesSource implements KubernetesSource {
  readonly #options: ProxyKubernetesSourceOptions;
  readonly #selection: ClusterSelection;
  readonly #patience: Patience;

  static create(options: ProxyKubernetesSourceOptions): ProxyKubernetesSource {
    return new ProxyKubernetesSource(options);
  }

  private constructor(options: ProxyKubernetesSourceOptions) {
    this.#options = options;
    this.#selection = readClusterSelection(options.config);
    this.#patience = { ...DEFAULT_PATIENCE, ...options.patience };
  }

  async listClusters(options: { signal: AbortSignal }): Promise<ClusterInfo[]> {
    return listClusters({
      ...this.#options,
      selection: this.#selection,
      timeoutMs: this.#patience.timeoutMs,
      signal: options.signal,
    });
  }

  sweep(
    options: SweepOptions & { cluster: string },
  ): AsyncIterable<KubernetesReading> {
    const { clock, logger } = this.#options;
    return sweepCluster({
      ...options,
      clock,
      logger,
      client: this.#client(options),
    });
  }

  async findTargets(options: {
    cluster: string;
    targetIds: readonly string[];
    signal: AbortSignal;
  }): Promise<TargetIdentities> {
    const observedAt = new Date(this.#options.clock.now()).toISOString();
    const identities = await findTargets({
      client: this.#client(options),
      targetIds: options.targetIds,
    });
    return { observedAt, ...identities };
  }

  async readWorkloads(options: {
    cluster: string;
    services: readonly StackService[];
    targetIds: readonly string[];
    signal: AbortSignal;
  }): Promise<StackWorkloads> {
    const { services, targetIds } = options;
    return readWorkloads({
      client: this.#client(options),
      clock: this.#options.clock,
      services,
      targetIds,
    });
  }

  #client(options: { cluster: string; signal: AbortSignal }): ClusterClient {
    const { auth, discovery, clock, onCall } = this.#options;
    return ClusterClient.create({
      auth,
      discovery,
      clock,
      onCall,
      patience: this.#patience,
      cluster: options.cluster,
      signal: options.signal,
    });
  }
}
