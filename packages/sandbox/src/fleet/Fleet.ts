import { AwsServer, DEFAULT_BUCKETS, Throttle } from '../aws';
import { CallCounter } from '../calls';
import { ControlServer } from '../control';
import { FaultBook } from '../faults';
import { ClusterData, KubernetesServer, ServedCluster } from '../kubernetes';
import { StagedWorld } from '../stage';
import { serverCertificate } from '../tls';
import {
  BackstageConfig,
  awsEnvironment,
  backstageConfig,
} from './backstageConfig';
import { FleetAws, FleetCluster, FleetOptions } from './options';
import { stageWorlds } from './stageWorlds';
import { StateDir } from './StateDir';

/** How long an API server's list may be continued: until the store is compacted. */
const CONTINUE_TTL_MS = 5 * 60 * 1000;
const SESSION_SECONDS = 3600;
const ROLE_NAME = 'backstage-read-only';

interface Parts {
  staged: StagedWorld[];
  clusters: ServedCluster[];
  caPem: string;
  accounts: FleetAws['accounts'];
  mainAccountId: string;
  state: StateDir;
  calls: CallCounter;
  faults: FaultBook;
  clock: () => number;
}

interface Servers {
  kubernetes: KubernetesServer;
  aws: AwsServer;
  control: ControlServer;
}

/**
 * A fleet on loopback: Kubernetes API servers and AWS over real sockets, whose
 * data are worlds, and a page to step them.
 */
export class Fleet {
  /** Every call so far, by API, and those that would have changed something. */
  readonly calls: CallCounter;
  /** Faults that calls meet. */
  readonly faults: FaultBook;
  /** The CA that signed the Kubernetes servers' certificate, as PEM. */
  readonly caPem: string;
  readonly #parts: Parts;
  readonly #servers: Servers;

  /** Starts the servers; they stop with {@link Fleet.stop}. */
  static async start(options: FleetOptions): Promise<Fleet> {
    const clock = options.clock ?? Date.now;
    const staged = stageWorlds(options.worlds, clock);
    const state = new StateDir(options.stateDir);
    const ca = state.ca();
    const { accounts, mainAccountId } = accountsOf(staged, options);
    const parts: Parts = {
      staged,
      clusters: servedClusters(staged, state),
      caPem: ca.certPem,
      accounts,
      mainAccountId,
      state,
      calls: new CallCounter(),
      faults: new FaultBook(),
      clock,
    };
    const started: Array<{ stop(): Promise<void> }> = [];
    const keep = <T extends { stop(): Promise<void> }>(server: T): T => {
      started.push(server);
      return server;
    };
    try {
      const host = options.host ?? '127.0.0.1';
      const { ports } = options;
      const kubernetes = keep(
        await KubernetesServer.start({
          ...parts,
          host,
          port: ports?.kubernetes ?? 0,
          certificate: serverCertificate(ca),
          continueTtlMs: options.continueTtlMs ?? CONTINUE_TTL_MS,
        }),
      );
      const aws = keep(
        await startAws({ parts, options, host, port: ports?.aws ?? 0 }),
      );
      const control = keep(
        await ControlServer.start({
          ...parts,
          host,
          port: ports?.control ?? 0,
          addresses: { kubernetes: kubernetes.url, aws: aws.endpoint },
        }),
      );
      return new Fleet(parts, { kubernetes, aws, control });
    } catch (error) {
      await Promise.all(started.map(server => server.stop()));
      throw error;
    }
  }

  private constructor(parts: Parts, servers: Servers) {
    this.#parts = parts;
    this.#servers = servers;
    this.calls = parts.calls;
    this.faults = parts.faults;
    this.caPem = parts.caPem;
    parts.state.announce({
      pid: process.pid,
      kubernetesUrl: this.kubernetesUrl,
      awsEndpoint: this.aws.endpoint,
      controlUrl: this.controlUrl,
      clusters: this.clusters.map(({ name, world, url }) => ({
        name,
        world,
        url,
      })),
    });
  }

  /** The clusters of all worlds. */
  get clusters(): FleetCluster[] {
    return this.#parts.clusters.map(({ name, token, staged }) => ({
      name,
      world: staged.name,
      url: `${this.kubernetesUrl}/clusters/${encodeURIComponent(name)}`,
      token,
      caPem: this.caPem,
    }));
  }

  /** AWS' endpoint and the accounts behind it. */
  get aws(): FleetAws {
    const { accounts, mainAccountId } = this.#parts;
    return { endpoint: this.#servers.aws.endpoint, mainAccountId, accounts };
  }

  /** Where the Kubernetes servers are; each cluster has a path below it. */
  get kubernetesUrl(): string {
    return this.#servers.kubernetes.url;
  }

  /** Where the page and the API are that step worlds and set faults. */
  get controlUrl(): string {
    return this.#servers.control.url;
  }

  /** The names of the worlds, as this fleet calls them. */
  get worlds(): string[] {
    return this.#parts.staged.map(world => world.name);
  }

  /** The steps of a world. */
  steps(world: string): string[] {
    return this.#world(world).world.steps.map(step => step.name);
  }

  /** The step that a world stands at. */
  currentStep(world: string): string {
    return this.#world(world).step().name;
  }

  /**
   * Takes a world to a step, by default the next, and returns its name. A
   * step is named by its name, with or without the number, or by its place
   * from 1.
   */
  step(world: string, step?: string | number): string {
    return this.#world(world).goTo(step);
  }

  /** The environment of a backend that shall use this fleet as its AWS. */
  env(): Record<string, string> {
    return awsEnvironment(this.aws);
  }

  /** The configuration of a portal that shall use this fleet. */
  backstageConfig(): BackstageConfig {
    return backstageConfig({ clusters: this.clusters, aws: this.aws });
  }

  /** Stops all servers and ends their connections. */
  async stop(): Promise<void> {
    const { kubernetes, aws, control } = this.#servers;
    await Promise.all([kubernetes.stop(), aws.stop(), control.stop()]);
    this.#parts.state.withdraw();
  }

  #world(name: string): StagedWorld {
    const { staged } = this.#parts;
    const found = staged.find(world => world.name === name);
    if (!found) {
      throw new Error(
        `The fleet has no world "${name}"; it has ${staged
          .map(world => world.name)
          .join(', ')}`,
      );
    }
    return found;
  }
}

function servedClusters(
  staged: StagedWorld[],
  state: StateDir,
): ServedCluster[] {
  return staged.flatMap(world =>
    world.clusters.map(({ recorded, portal }) => ({
      name: portal,
      token: state.token(portal),
      staged: world,
      data: new ClusterData({ world: world.world, cluster: recorded }),
    })),
  );
}

function accountsOf(
  staged: StagedWorld[],
  { mainAccountId, roleName = ROLE_NAME }: FleetOptions,
): Pick<FleetAws, 'accounts' | 'mainAccountId'> {
  const regions = new Map<string, Set<string>>();
  for (const { accountId, region } of staged.flatMap(each =>
    each.allScopes(),
  )) {
    const known = regions.get(accountId) ?? new Set();
    regions.set(accountId, known.add(region));
  }
  const main = mainAccountId ?? [...regions.keys()][0];
  if (!regions.has(main)) {
    // A portal's own account may well hold no load balancer.
    regions.set(main, new Set());
  }
  return {
    mainAccountId: main,
    accounts: [...regions].map(([accountId, inRegions]) => ({
      accountId,
      regions: [...inRegions],
      roleName,
    })),
  };
}

async function startAws(options: {
  parts: Parts;
  options: FleetOptions;
  host: string;
  port: number;
}): Promise<AwsServer> {
  const { parts, host, port } = options;
  const { throttle, sessionSeconds = SESSION_SECONDS } = options.options;
  const roles = new Map(
    parts.accounts.map(({ accountId, roleName }) => [accountId, roleName]),
  );
  return AwsServer.start({
    ...parts,
    host,
    port,
    throttle: new Throttle({
      sizes: throttle === false ? {} : { ...DEFAULT_BUCKETS, ...throttle },
    }),
    accounts: {
      mainAccountId: parts.mainAccountId,
      roleOf: accountId => roles.get(accountId),
      sessionSeconds,
    },
    scopes: (accountId, region) =>
      parts.staged
        .flatMap(world => world.scopes())
        .filter(
          scope =>
            scope.accountId === accountId &&
            (region === undefined || scope.region === region),
        ),
  });
}
