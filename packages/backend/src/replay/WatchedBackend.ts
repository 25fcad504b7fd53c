import { once } from 'node:events';
import { createServer } from 'node:net';
import { createBackend } from '@backstage/backend-defaults';
import {
  BackendFeature,
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import lbcPlugin, {
  LbcInspection,
  LbcInventory,
  lbcInspectionExtensionPoint,
} from '@lbc-backstage/plugin-lbc-backend';
import { LbcClock, lbcClockServiceRef } from '@lbc-backstage/plugin-lbc-node';
import type { Fleet } from 'lbc-sandbox';
import { emptyCatalog } from './emptyCatalog';
import { setEnvironment } from './environment';
import { StreamLogger } from './StreamLogger';

type ConfigData = NonNullable<ConstructorParameters<typeof ConfigReader>[0]>;

/** What a watched backend is made of. */
export interface WatchedBackendOptions {
  fleet: Fleet;
  clock: LbcClock;
  logger: StreamLogger;
  /** Put over the fleet's own configuration, block by block. */
  config?: ConfigData;
  /** A catalog; by default it is there and empty. */
  catalog?: BackendFeature;
  /** More plugins. */
  features?: BackendFeature[];
}

/** Jobs take seconds; one that takes minutes hangs. */
const IDLE_TIMEOUT_MS = 300_000;

/** Sees that nothing is left to do. */
const IDLE_POLL_MS = 10;

/** The token that asks the API on behalf of a replay. */
const TOKEN = 'the-replay-asks-its-own-backend';

/**
 * A real backend with the kubernetes plugin and ours on a fleet, on a clock of
 * its own, that can be looked at from the inside.
 */
export class WatchedBackend {
  readonly #backend: { stop(): Promise<void> };
  readonly #inspection: LbcInspection;
  readonly #restore: () => void;
  /** Where its API is. */
  readonly url: string;

  static async start(options: WatchedBackendOptions): Promise<WatchedBackend> {
    const port = await findFreePort();
    const restore = setEnvironment(options.fleet.env());
    const backend = createBackend();
    let inspection: LbcInspection | undefined;
    backend.add(
      createServiceFactory({
        service: coreServices.rootConfig,
        deps: {},
        factory: () => new ConfigReader(configOf(options, port)),
      }),
    );
    backend.add(
      createServiceFactory({
        service: coreServices.rootLogger,
        deps: {},
        factory: () => options.logger,
      }),
    );
    backend.add(
      createServiceFactory({
        service: lbcClockServiceRef,
        deps: {},
        factory: () => options.clock,
      }),
    );
    backend.add(options.catalog ?? emptyCatalog);
    backend.add(kubernetesPlugin);
    backend.add(lbcPlugin);
    backend.add(
      createBackendModule({
        pluginId: 'lbc',
        moduleId: 'replay',
        register(env) {
          env.registerInit({
            deps: { point: lbcInspectionExtensionPoint },
            async init({ point }) {
              point.onReady(ready => {
                inspection = ready;
              });
            },
          });
        },
      }),
    );
    options.features?.forEach(feature => backend.add(feature));
    try {
      await backend.start();
      if (!inspection) {
        throw new Error('The backend started without the lbc plugin');
      }
    } catch (error) {
      await backend.stop().catch(() => {});
      restore();
      throw error;
    }
    return new WatchedBackend({
      backend,
      inspection,
      restore,
      url: `http://127.0.0.1:${port}/api/lbc`,
    });
  }

  private constructor(options: {
    backend: { stop(): Promise<void> };
    inspection: LbcInspection;
    restore: () => void;
    url: string;
  }) {
    this.#backend = options.backend;
    this.#inspection = options.inspection;
    this.#restore = options.restore;
    this.url = options.url;
  }

  /**
   * Waits until no job is due or runs: what a job makes due is due before the
   * job is over, so there is no gap to fall into.
   */
  async idle(): Promise<void> {
    this.#inspection.wake();
    const giveUpAt = Date.now() + IDLE_TIMEOUT_MS;
    for (;;) {
      const busy = await this.#inspection.listBusyJobs();
      if (busy.length === 0) {
        return;
      }
      if (Date.now() > giveUpAt) {
        throw new Error(
          `These jobs did not come to an end in ${
            IDLE_TIMEOUT_MS / 1_000
          } seconds: ${busy.join(', ')}`,
        );
      }
      await new Promise(resolve => setTimeout(resolve, IDLE_POLL_MS));
    }
  }

  /** Everything that was concluded. */
  async inventory(): Promise<LbcInventory> {
    return this.#inspection.readInventory();
  }

  /** Asks the API over HTTP, as a script would. */
  async get(path: string): Promise<{ status: number; body: unknown }> {
    return this.#request('GET', path);
  }

  /** Asks for something that takes a job. */
  async post(
    path: string,
    json?: unknown,
  ): Promise<{ status: number; body: unknown }> {
    return this.#request('POST', path, json);
  }

  async #request(method: 'GET' | 'POST', path: string, json?: unknown) {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${TOKEN}`,
        ...(json !== undefined && { 'content-type': 'application/json' }),
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
    const body: unknown = await response.json();
    return { status: response.status, body };
  }

  async stop(): Promise<void> {
    await this.#backend.stop();
    this.#restore();
  }
}

function configOf(
  { fleet, config = {} }: WatchedBackendOptions,
  port: number,
): ConfigData {
  const portal = fleet.backstageConfig();
  const { lbc, ...others } = config;
  const given = typeof lbc === 'object' && !Array.isArray(lbc) ? lbc : {};
  return {
    ...portal,
    backend: {
      baseUrl: `http://127.0.0.1:${port}`,
      listen: { host: '127.0.0.1', port },
      database: { client: 'better-sqlite3', connection: ':memory:' },
      auth: {
        externalAccess: [
          { type: 'static', options: { token: TOKEN, subject: 'replay' } },
        ],
      },
    },
    // Nobody else calls this AWS, so that nobody needs to be spared.
    lbc: {
      ...portal.lbc,
      ...given,
      aws: {
        ...portal.lbc.aws,
        budget: { requestsPerSecond: 10_000, burst: 10_000 },
        ...(given?.aws as object | undefined),
      },
    },
    ...others,
  };
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) {
    throw new Error('No port is free');
  }
  return address.port;
}
