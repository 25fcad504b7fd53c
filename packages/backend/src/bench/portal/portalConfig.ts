import type { JsonObject } from '@backstage/types';
import type { BackstageConfig } from 'lbc-sandbox';

/** What asks the API on behalf of the bench. */
export const SERVICE_TOKEN = 'the-bench-asks-its-own-backend';

/** The configuration of a portal on a fleet. */
export function portalConfig(options: {
  fleet: BackstageConfig;
  port: number;
  /** Where its databases are. */
  directory: string;
  /** A file of entities for the catalog. */
  entities?: string;
  /** Only these clusters. */
  clusters?: string[];
  /** Sources of AWS that are off by default. */
  optionalSources?: string[];
  /** Other than the default. */
  concurrency?: number;
}): JsonObject {
  const { fleet, port, directory, entities, clusters, concurrency } = options;
  const { optionalSources = [] } = options;
  return {
    kubernetes: { ...fleet.kubernetes },
    aws: { ...fleet.aws },
    lbc: {
      // Nobody else calls this AWS, so that nobody needs to be spared.
      aws: {
        scopes: fleet.lbc.aws.scopes,
        optional: Object.fromEntries(
          optionalSources.map(source => [source, true]),
        ),
        budget: { requestsPerSecond: 10_000, burst: 10_000 },
      },
      // A little less than the bench's own rounds.
      schedule: { health: { minutes: 5 } },
      ...(clusters && { clusters: { include: clusters } }),
      ...(concurrency && { jobs: { concurrency } }),
    },
    app: { baseUrl: `http://127.0.0.1:${port}` },
    backend: {
      baseUrl: `http://127.0.0.1:${port}`,
      listen: { host: '127.0.0.1', port },
      database: { client: 'better-sqlite3', connection: { directory } },
      auth: {
        externalAccess: [
          {
            type: 'static',
            options: { token: SERVICE_TOKEN, subject: 'bench' },
          },
        ],
      },
    },
    auth: {
      providers: {
        guest: {
          userEntityRef: 'user:default/guest',
          ownershipEntityRefs: ['user:default/guest'],
          dangerouslyAllowOutsideDevelopment: true,
        },
      },
    },
    permission: { enabled: true },
    ...(entities && {
      catalog: {
        // Once: what goes on in the background is not measured.
        processingInterval: { hours: 24 },
        locations: [
          {
            type: 'file',
            target: entities,
            rules: [{ allow: ['Component', 'Group', 'User'] }],
          },
        ],
      },
    }),
  };
}
