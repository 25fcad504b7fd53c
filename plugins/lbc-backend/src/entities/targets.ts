import type {
  ClaimContext,
  KnownScope,
} from '@lbc-backstage/plugin-lbc-common';
import type { ReadStore } from '../store/types';

/** A cluster or scope that is swept, as the store lists it. */
export type Target = Awaited<ReturnType<ReadStore['listTargets']>>[number];

const CLUSTER = 'cluster:';
const SCOPE = 'scope:';

/** Id of a cluster's target. */
export function clusterTarget(cluster: string): string {
  return `${CLUSTER}${cluster}`;
}

/** Id of a scope's target. */
export function scopeTarget(scope: KnownScope): string {
  return `${SCOPE}${scope.accountId}/${scope.region}`;
}

/** Targets sorted into clusters and scopes. */
export function sortTargets(targets: readonly Target[]): {
  clusters: Array<Target & { name: string }>;
  scopes: Array<Target & KnownScope>;
} {
  return {
    clusters: targets
      .filter(({ id }) => id.startsWith(CLUSTER))
      .map(target => ({ ...target, name: target.id.slice(CLUSTER.length) })),
    scopes: targets
      .filter(({ id }) => id.startsWith(SCOPE))
      .map(target => {
        const [accountId, region = ''] = target.id
          .slice(SCOPE.length)
          .split('/');
        return { ...target, accountId, region };
      }),
  };
}

/** What claims are held against: what is swept, and what configuration names. */
export function claimContext(
  targets: readonly Target[],
  configured: readonly KnownScope[],
): ClaimContext {
  const { clusters, scopes } = sortTargets(targets);
  const known = new Map(
    [...configured, ...scopes].map(({ accountId, region }) => [
      `${accountId}/${region}`,
      { accountId, region },
    ]),
  );
  return {
    clusters: clusters.map(({ name }) => name),
    scopes: [...known.values()],
  };
}
