import { JsonObject } from '../json';
import { MakeContext, managed, metadata } from './objects';
import { ClusterPlan } from './plan';
import { workloadsOf } from './workloads';

export function nodes(
  cluster: ClusterPlan,
  { ids }: MakeContext,
): JsonObject[] {
  return cluster.nodes.map(({ name, ip, zone }) => ({
    metadata: metadata(ids, {
      name,
      uid: ids.uid(cluster.name, 'node', name),
      createdAt: cluster.createdAt + 60_000,
      labels: {
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'node.kubernetes.io/instance-type': 'm6i.4xlarge',
        'topology.kubernetes.io/region': cluster.scope.region,
        'topology.kubernetes.io/zone': zone,
      },
    }),
    spec: {
      providerID: `aws:///${zone}/i-${ids.hex(17, cluster.name, name)}`,
    },
    status: {
      capacity: { cpu: '16', memory: '64Gi', pods: '234' },
      allocatable: { cpu: '16', memory: '60Gi', pods: '234' },
      conditions: [{ type: 'Ready', status: 'True', reason: 'KubeletReady' }],
      addresses: [
        { type: 'InternalIP', address: ip },
        { type: 'InternalDNS', address: name },
      ],
    },
  }));
}

export function namespaces(
  cluster: ClusterPlan,
  { ids }: MakeContext,
): JsonObject[] {
  return namesOf(cluster).map(name => ({
    metadata: metadata(ids, {
      name,
      uid: ids.uid(cluster.name, 'namespace', name),
      createdAt: cluster.createdAt + 3_600_000,
      labels: { 'kubernetes.io/metadata.name': name },
      managedFields: [managed('deploy', 'v1', cluster.createdAt + 3_600_000)],
    }),
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  }));
}

export function serviceAccounts(
  cluster: ClusterPlan,
  { ids }: MakeContext,
): JsonObject[] {
  return namesOf(cluster).map(namespace => ({
    metadata: metadata(ids, {
      name: 'default',
      namespace,
      uid: ids.uid(cluster.name, 'serviceaccount', namespace),
      createdAt: cluster.createdAt + 3_600_000,
    }),
  }));
}

/** Every namespace that something was deployed to. */
function namesOf(cluster: ClusterPlan): string[] {
  const names = new Set(workloadsOf(cluster).map(each => each.namespace));
  for (const stack of cluster.stacks) {
    stack.owners.forEach(owner => names.add(owner.namespace));
  }
  return [...names].sort();
}
