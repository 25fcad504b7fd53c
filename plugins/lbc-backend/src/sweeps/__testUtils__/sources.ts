import {
  AwsLoadBalancer,
  AwsTargetGroup,
  EventObject,
  KubernetesKindName,
  Message,
  message,
  StackDetail,
  StackService,
  StackWorkloads,
  TargetGroupHealth,
  TargetIdentities,
} from '@lbc-backstage/plugin-lbc-common';
import type {
  AwsReading,
  AwsScope,
  AwsSource,
  ClusterInfo,
  KubernetesReading,
  KubernetesSource,
} from '@lbc-backstage/plugin-lbc-node';

/** A clock that tests move. */
export class TestClock {
  #ms: number;

  constructor(at = '2026-11-01T12:00:00.000Z') {
    this.#ms = Date.parse(at);
  }

  now(): number {
    return this.#ms;
  }

  iso(): string {
    return new Date(this.#ms).toISOString();
  }

  advance(seconds: number): void {
    this.#ms += seconds * 1_000;
  }
}

/** A cluster as tests set it. */
export interface StubCluster {
  info?: Partial<ClusterInfo>;
  uid: string;
  /** Names of Ingresses, `<namespace>/<name>`. */
  ingresses: string[];
  events?: EventObject[];
  /** Kinds that cannot be read. */
  broken: Partial<Record<KubernetesKindName, 'denied' | 'failed'>>;
}

export const SCOPE: AwsScope = {
  id: '123456789012/eu-west-1',
  accountId: '123456789012',
  region: 'eu-west-1',
};

/** Reads clusters that tests hold in memory. */
export class StubKubernetesSource implements KubernetesSource {
  readonly clusters = new Map<string, StubCluster>();
  readonly sweeps: string[] = [];
  readonly asked: Array<{ cluster: string; targetIds: readonly string[] }> = [];
  /** Thrown by the next calls, where set. */
  listError: Error | undefined;
  sweepError: Error | undefined;
  /** Called in the middle of each sweep. */
  midSweep: (cluster: string, signal: AbortSignal) => Promise<void> =
    async () => {};
  identities: Omit<TargetIdentities, 'observedAt'> = {
    coverage: 'complete',
    found: {},
  };

  constructor(private readonly clock: TestClock) {}

  add(name: string, cluster: Partial<StubCluster> = {}): StubCluster {
    const full = { uid: `uid-${name}`, ingresses: [], broken: {}, ...cluster };
    this.clusters.set(name, full);
    return full;
  }

  async listClusters(): Promise<ClusterInfo[]> {
    if (this.listError) {
      throw this.listError;
    }
    return [...this.clusters].map(([name, { info }]) => ({
      name,
      authProvider: 'serviceAccount',
      ...info,
    }));
  }

  async *sweep(options: {
    cluster: string;
    signal: AbortSignal;
    onProgress?: (progress: { kindsDone: number; kindsTotal: number }) => void;
  }): AsyncIterable<KubernetesReading> {
    const { cluster: name, signal, onProgress } = options;
    this.sweeps.push(name);
    const cluster = this.clusters.get(name);
    if (this.sweepError || !cluster) {
      throw this.sweepError ?? new Error('no such cluster');
    }
    const times = {
      observedAt: this.clock.iso(),
      attemptedAt: this.clock.iso(),
    };
    yield {
      kind: 'version',
      coverage: 'complete',
      ...times,
      items: [{ gitVersion: 'v1.31.0' }],
    };
    onProgress?.({ kindsDone: 1, kindsTotal: 3 });
    yield this.#kind('namespaces', cluster, [
      meta('', 'kube-system', cluster.uid),
      meta('', 'shop', 'uid-shop'),
    ]);
    await this.midSweep(name, signal);
    signal.throwIfAborted();
    yield this.#kind(
      'ingresses',
      cluster,
      cluster.ingresses.map(path => {
        const [namespace, ingress] = path.split('/');
        return meta(namespace, ingress, `uid-${path}`);
      }),
    );
    for (const kind of [
      'services',
      'gateways',
      'globalAccelerators',
    ] as const) {
      yield this.#kind(kind, cluster, []);
    }
    if (cluster.events) {
      yield {
        kind: 'events',
        coverage: 'complete',
        ...times,
        items: cluster.events,
      };
    }
  }

  async findTargets(options: {
    cluster: string;
    targetIds: readonly string[];
  }): Promise<TargetIdentities> {
    this.asked.push(options);
    return { observedAt: this.clock.iso(), ...this.identities };
  }

  readonly workloadsAsked: Array<{
    cluster: string;
    services: readonly StackService[];
    targetIds: readonly string[];
  }> = [];
  workloads: Partial<StackWorkloads> = {};

  async readWorkloads(options: {
    cluster: string;
    services: readonly StackService[];
    targetIds: readonly string[];
  }): Promise<StackWorkloads> {
    this.workloadsAsked.push(options);
    return {
      cluster: options.cluster,
      observedAt: this.clock.iso(),
      endpoints: [],
      pods: [],
      nodes: [],
      notRead: [],
      ...this.workloads,
    };
  }

  #kind(
    kind:
      | 'namespaces'
      | 'ingresses'
      | 'services'
      | 'gateways'
      | 'globalAccelerators',
    cluster: StubCluster,
    items: Array<ReturnType<typeof meta>>,
  ): KubernetesReading {
    const broken = cluster.broken[kind];
    const attemptedAt = this.clock.iso();
    if (broken) {
      const reason = message(`source.${broken}`, { detail: kind });
      return { kind, coverage: broken, reason, attemptedAt, items: [] };
    }
    const observedAt = attemptedAt;
    return { kind, coverage: 'complete', observedAt, attemptedAt, items };
  }
}

function meta(namespace: string, name: string, uid: string) {
  return { metadata: { namespace, name, uid } };
}

/** Reads one scope that tests hold in memory. */
export class StubAwsSource implements AwsSource {
  scopes: AwsScope[] = [SCOPE];
  problems: Message[] = [];
  loadBalancers: string[] = [];
  /** By name, how many targets are healthy and how many are not. */
  health = new Map<string, { healthy: number; unhealthy: number }>();
  readonly healthOrder: string[] = [];
  broken: 'denied' | 'failed' | undefined;
  sweeps = 0;
  /** Clusters of EKS that each sweep was told to ask for. */
  readonly eksAsked: string[][] = [];

  readonly stacksRead: string[] = [];
  stack: Partial<StackDetail> = {};
  /** Thrown by the next reading of a stack, where set. */
  stackError: Error | undefined;

  constructor(private readonly clock: TestClock) {}

  async readStack(options: {
    loadBalancerArn: string;
    onProgress?: (progress: { partsDone: number; partsTotal: number }) => void;
  }): Promise<StackDetail> {
    this.stacksRead.push(options.loadBalancerArn);
    options.onProgress?.({ partsDone: 1, partsTotal: 3 });
    if (this.stackError) {
      throw this.stackError;
    }
    return {
      loadBalancerArn: options.loadBalancerArn,
      observedAt: this.clock.iso(),
      notRead: [],
      ...this.stack,
    };
  }

  async listScopes() {
    return { scopes: this.scopes, problems: this.problems };
  }

  async *sweep(options: {
    eksClusterArns?: readonly string[];
  }): AsyncIterable<AwsReading> {
    this.sweeps++;
    this.eksAsked.push([...(options.eksClusterArns ?? [])]);
    const observedAt = this.clock.iso();
    const attemptedAt = observedAt;
    if (this.broken) {
      const reason = message(`source.${this.broken}`, { detail: 'elbv2' });
      for (const kind of ['loadBalancers', 'targetGroups', 'tags'] as const) {
        yield { kind, coverage: this.broken, reason, attemptedAt, items: [] };
      }
      return;
    }
    const good = { coverage: 'complete' as const, observedAt, attemptedAt };
    yield {
      kind: 'loadBalancers',
      ...good,
      items: this.loadBalancers.map(loadBalancer),
    };
    yield {
      kind: 'targetGroups',
      ...good,
      items: this.loadBalancers.map(targetGroup),
    };
    yield {
      kind: 'tags',
      ...good,
      items: this.loadBalancers.map(name => ({
        arn: loadBalancerArn(name),
        tags: { 'elbv2.k8s.aws/cluster': 'prod' },
      })),
    };
  }

  async *readHealth(options: {
    targetGroupArns: readonly string[];
  }): AsyncIterable<{ health: TargetGroupHealth }> {
    for (const arn of options.targetGroupArns) {
      this.healthOrder.push(arn);
      const name = arn.split('/')[1];
      const { healthy, unhealthy } = this.health.get(name) ?? {
        healthy: 1,
        unhealthy: 0,
      };
      const states = [
        ...Array(healthy).fill('healthy'),
        ...Array(unhealthy).fill('unhealthy'),
      ];
      yield {
        health: {
          targetGroupArn: arn,
          observedAt: this.clock.iso(),
          targets: states.map((state, at) => ({ id: `10.0.0.${at}`, state })),
        },
      };
    }
  }
}

export function loadBalancerArn(name: string): string {
  return `arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/${name}/0123456789abcdef`;
}

export function targetGroupArn(name: string): string {
  return `arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/${name}/0123456789abcdef`;
}

function loadBalancer(name: string): AwsLoadBalancer {
  return {
    arn: loadBalancerArn(name),
    name,
    dnsName: `${name}.elb.amazonaws.com`,
    type: 'application',
    state: { code: 'active' },
    vpcId: 'vpc-1',
    availabilityZones: [],
    securityGroups: [],
  };
}

function targetGroup(name: string): AwsTargetGroup {
  return {
    arn: targetGroupArn(name),
    name,
    loadBalancerArns: [loadBalancerArn(name)],
  };
}
