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
    endpoint: `https://${id}.gr7.${region}.eks.amazonaws.com`,
    status: 'ACTIVE',
    resourcesVpcConfig: { vpcId },
  };
}
