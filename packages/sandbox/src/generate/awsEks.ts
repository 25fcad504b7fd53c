import { createHash } from 'crypto';
import { JsonObject } from '../json';
import { ClusterPlan, ScopePlan } from './plan';

/** What EKS describes of the clusters of a scope, by their names. */
export function eksClusters(
  scope: ScopePlan,
  clusters: ClusterPlan[],
): JsonObject {
  return Object.fromEntries(
    clusters.map(cluster => [
      cluster.name,
      { cluster: eksCluster(scope, cluster) },
    ]),
  );
}

/** How long EKS supports versions of Kubernetes: one that ends, one that goes on. */
export function eksVersions(): JsonObject {
  const version = (
    clusterVersion: string,
    versionStatus: string,
    standard: string,
    extended: string,
  ) => ({
    clusterVersion,
    versionStatus,
    endOfStandardSupportDate: Date.parse(standard) / 1_000,
    endOfExtendedSupportDate: Date.parse(extended) / 1_000,
  });
  return {
    clusterVersions: [
      version('1.34', 'STANDARD_SUPPORT', '2026-12-02', '2027-12-02'),
      version('1.31', 'EXTENDED_SUPPORT', '2025-11-26', '2026-11-26'),
    ],
  };
}

function eksCluster(scope: ScopePlan, { name, createdAt }: ClusterPlan) {
  const { accountId, region, vpcId } = scope;
  const id = createHash('sha256')
    .update(`${accountId}/${region}/${name}`)
    .digest('hex')
    .slice(0, 32)
    .toUpperCase();
  return {
    name,
    arn: `arn:aws:eks:${region}:${accountId}:cluster/${name}`,
    createdAt: Math.floor(createdAt / 1_000),
    version: '1.34',
    platformVersion: 'eks.9',
    health: { issues: [] },
    endpoint: `https://${id}.gr7.${region}.eks.amazonaws.com`,
    status: 'ACTIVE',
    resourcesVpcConfig: { vpcId },
  };
}
