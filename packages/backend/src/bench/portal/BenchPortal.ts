import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackend } from '@backstage/backend-defaults';
import {
  BackendFeature,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import lbcPlugin, { LbcInspection } from '@lbc-backstage/plugin-lbc-backend';
import { lbcClockServiceRef } from '@lbc-backstage/plugin-lbc-node';
import type { BackstageConfig } from 'lbc-sandbox';
import { emptyCatalog } from '../../replay/emptyCatalog';
import { setEnvironment } from '../../replay/environment';
import { ReplayClock } from '../../replay/ReplayClock';
import { StreamLogger } from '../../replay/StreamLogger';
import { findFreePort } from './findFreePort';
import { portalConfig, SERVICE_TOKEN } from './portalConfig';
import { SourceHooks, watchModule } from './SourceHooks';

/** What a portal of the bench is made of. */
export interface BenchPortalOptions {
  fleet: { config: BackstageConfig; env: Record<string, string> };
  /** A file of entities; without one the catalog is there and empty. */
  entities?: string;
  /** Only these clusters of the fleet. */
  clusters?: string[];
  /** Sources of AWS that are off by default. */
  optionalSources?: Array<'ec2' | 'eks' | 'iam'>;
  /** Jobs at a time, if other than the default. */
  concurrency?: number;
  hooks?: SourceHooks;
}

/** A little more than a cluster's and a scope's cadence. */
export const ROUND_MS = 6 * 60_000;

const POLL_MS = 20;
const IDLE_TIMEOUT_MS = 10 * 60_000;

/**
 * The real backend on a fleet, with databases in files as a portal of one
 * machine has them, and a clock that leaps over the time between sweeps.
 */
export class BenchPortal {
  readonly #backend: { stop(): Promise<void> };
  readonly #inspection: LbcInspection;
  readonly #release: () => void;
  readonly #clock: ReplayClock;
  /** Where it listens. */
  readonly url: string;
  /** Where its databases are. */
  readonly directory: string;

  static async start(options: BenchPortalOptions): Promise<BenchPortal> {
    const directory = mkdtempSync(join(tmpdir(), 'lbc-bench-'));
    const restore = setEnvironment(options.fleet.env);
    const release = () => {
      restore();
      rmSync(directory, { recursive: true, force: true });
    };
    const port = await findFreePort();
    const clock = ReplayClock.startAt(new Date().toISOString());
    const backend = createBackend();
    let inspection: LbcInspection | undefined;
    const features = featuresOf(options, {
      config: portalConfig({
        ...options,
        fleet: options.fleet.config,
        port,
        directory,
      }),
      clock,
      onReady: ready => {
        inspection = ready;
      },
    });
    features.forEach(feature => backend.add(feature));
    try {
      await backend.start();
      if (!inspection) {
        throw new Error('The backend started without the lbc plugin');
      }
    } catch (error) {
      await backend.stop().catch(() => {});
      release();
      throw error;
    }
    const url = `http://127.0.0.1:${port}`;
    return new BenchPortal({
      backend,
      inspection,
      release,
      clock,
      url,
      directory,
    });
  }

  private constructor(options: {
    backend: { stop(): Promise<void> };
    inspection: LbcInspection;
    release: () => void;
    clock: ReplayClock;
    url: string;
    directory: string;
  }) {
    this.#backend = options.backend;
    this.#inspection = options.inspection;
    this.#release = options.release;
    this.#clock = options.clock;
    this.url = options.url;
    this.directory = options.directory;
  }

  /** The product's time. */
  now(): number {
    return this.#clock.now();
  }

  /** Lets time pass; what is due by then begins. */
  advance(ms: number): void {
    this.#clock.advance(ms);
    this.#inspection.wake();
  }

  /** Waits until no job is due or runs. */
  async idle(): Promise<void> {
    await this.#until('the jobs to come to an end', async () => {
      const busy = await this.#inspection.listBusyJobs();
      return busy.length === 0;
    });
  }

  /** Waits until the catalog has so many entities. */
  async catalogHas(count: number): Promise<void> {
    await this.#until(`${count} entities in the catalog`, async () => {
      const { totalItems } = (await this.get(
        '/api/catalog/entities/by-query?limit=0',
      )) as { totalItems: number };
      return totalItems >= count;
    });
  }

  /** Asks an API as a service. */
  async get(path: string, token = SERVICE_TOKEN): Promise<unknown> {
    return this.#ask('GET', path, token);
  }

  /** Has an API do something, as a service. */
  async post(path: string, body?: unknown): Promise<unknown> {
    return this.#ask('POST', path, SERVICE_TOKEN, body);
  }

  /** The token of a person who is logged in, as a page has it. */
  async guestToken(): Promise<string> {
    const response = await fetch(`${this.url}/api/auth/guest/refresh`, {
      method: 'POST',
      headers: { 'x-requested-with': 'XMLHttpRequest' },
    });
    const { backstageIdentity } = (await response.json()) as {
      backstageIdentity?: { token: string };
    };
    if (!backstageIdentity) {
      throw new Error(`The guest could not log in: ${response.status}`);
    }
    return backstageIdentity.token;
  }

  async stop(): Promise<void> {
    await this.#backend.stop();
    this.#release();
  }

  async #ask(
    method: string,
    path: string,
    token: string,
    body?: unknown,
  ): Promise<unknown> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) {
      throw new Error(
        `${method} ${path}: ${response.status} ${await response.text()}`,
      );
    }
    return response.json();
  }

  async #until(what: string, holds: () => Promise<boolean>): Promise<void> {
    const giveUpAt = Date.now() + IDLE_TIMEOUT_MS;
    while (!(await holds())) {
      if (Date.now() > giveUpAt) {
        throw new Error(`Waited too long for ${what}`);
      }
      await new Promise(resolve => setTimeout(resolve, POLL_MS));
    }
  }
}

function featuresOf(
  { entities, hooks = {} }: BenchPortalOptions,
  given: {
    config: ConstructorParameters<typeof ConfigReader>[0];
    clock: ReplayClock;
    onReady: (inspection: LbcInspection) => void;
  },
): Array<BackendFeature | Promise<{ default: BackendFeature }>> {
  const { config, clock, onReady } = given;
  const logger = StreamLogger.create({
    write: line => process.stderr.write(`${line}\n`),
    level: 'error',
  });
  return [
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => new ConfigReader(config),
    }),
    createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      factory: () => logger,
    }),
    createServiceFactory({
      service: lbcClockServiceRef,
      deps: {},
      factory: () => clock,
    }),
    kubernetesPlugin,
    lbcPlugin,
    watchModule({ hooks, onReady }),
    ...(entities
      ? [
          import('@backstage/plugin-catalog-backend'),
          import('@backstage/plugin-auth-backend'),
          import('@backstage/plugin-auth-backend-module-guest-provider'),
          import('@backstage/plugin-permission-backend'),
          import(
            '@backstage/plugin-permission-backend-module-allow-all-policy'
          ),
        ]
      : [emptyCatalog]),
  ];
}
