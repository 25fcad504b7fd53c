import { mockServices } from '@backstage/backend-test-utils';
import { KubernetesKindName } from '@lbc-backstage/plugin-lbc-common';
import { JsonObject } from '@backstage/types';
import { FaultRule, Fleet, loadBundledWorld } from 'lbc-sandbox';
import { ProxyKubernetesSource } from '../kubernetes';
import { Portal, startPortal } from './portal';
import { Readings } from './readings';
import { withIngresses } from './worlds';

export const CLUSTER = 'prod-1';
/** Another cluster of the fleet. */
export const ANOTHER = 'gate-1';
/** Three pages of Ingresses. */
export const INGRESSES = 1200;

/** Which calls meet a fault. */
export type FaultTarget = Omit<FaultRule, 'side' | 'cluster' | 'fault'>;

/** A portal with clusters good and bad, and faults for the good one. */
export class FaultyCluster {
  /** What the source waited for, in milliseconds; nothing is really waited for. */
  readonly delays: number[] = [];
  readonly source: ProxyKubernetesSource;

  static async start(): Promise<FaultyCluster> {
    const fleet = await Fleet.start({
      worlds: [
        {
          world: withIngresses(loadBundledWorld('ingress-alb'), INGRESSES),
          clusterName: CLUSTER,
        },
        { world: loadBundledWorld('gateway-alb'), clusterName: ANOTHER },
      ],
    });
    const portal = await startPortal({ config: portalConfig(fleet) });
    const faulty = new FaultyCluster(fleet, portal);
    // The first request of a process loads what the kubernetes plugin needs.
    await Readings.of(faulty.source, CLUSTER, { until: 'version' });
    return faulty;
  }

  private constructor(readonly fleet: Fleet, readonly portal: Portal) {
    this.source = this.create();
  }

  /** Another source on the same portal. */
  create(
    options: {
      timeoutMs?: number;
      config?: JsonObject;
      clock?: { now(): number };
    } = {},
  ): ProxyKubernetesSource {
    return ProxyKubernetesSource.create({
      ...this.portal,
      clock: options.clock ?? Date,
      config: mockServices.rootConfig({ data: options.config ?? {} }),
      patience: {
        timeoutMs: options.timeoutMs ?? 20_000,
        delay: async ms => void this.delays.push(ms),
        random: () => 1,
      },
    });
  }

  /** Sweeps with a fault: up to the kind after Ingresses, or to the end. */
  async sweepWith(
    fault: FaultRule['fault'],
    options: {
      on?: FaultTarget;
      until?: KubernetesKindName | 'end';
      source?: ProxyKubernetesSource;
    } = {},
  ): Promise<Readings> {
    const { on = { resource: 'ingresses' }, until = 'services' } = options;
    this.fleet.faults.set({
      side: 'kubernetes',
      cluster: CLUSTER,
      ...on,
      fault,
    });
    return Readings.of(
      options.source ?? this.source,
      CLUSTER,
      until === 'end' ? {} : { until },
    );
  }

  /** How often Ingresses were asked for. */
  get ingressCalls(): number {
    return this.fleet.calls.snapshot()['kubernetes GET ingresses'];
  }

  reset(): void {
    this.fleet.faults.clear();
    this.fleet.calls.reset();
    this.delays.length = 0;
  }

  async stop(): Promise<void> {
    await this.portal.stop();
    await this.fleet.stop();
  }
}

function portalConfig(fleet: Fleet) {
  const config = fleet.backstageConfig();
  const [locator] = config.kubernetes.clusterLocatorMethods;
  const [prod] = locator.clusters;
  const { name: _, ...unnamed } = prod;
  const clusters = [
    prod,
    { ...unnamed, name: 'down', url: 'https://127.0.0.1:9' },
    { ...unnamed, name: 'badtoken', serviceAccountToken: 'nope' },
    { name: 'g', url: prod.url, authProvider: 'google' },
    {
      name: 'o',
      url: prod.url,
      authProvider: 'oidc',
      oidcTokenProvider: 'okta',
    },
    { name: 'a', url: prod.url, authProvider: 'aks' },
  ];
  return {
    ...config,
    kubernetes: {
      ...config.kubernetes,
      clusterLocatorMethods: [
        { ...locator, clusters },
        // Two locators may know one cluster.
        { ...locator, clusters: [{ ...prod, title: 'once more' }] },
      ],
    },
  };
}
