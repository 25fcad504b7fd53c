import { groupResourceName, resourceName } from './names';
import {
  BackendPlan,
  ClusterPlan,
  Family,
  Fate,
  OwnerPlan,
  StackPlan,
  WorkloadPlan,
} from './plan';
import { loadBalancer, targetGroup } from './planNames';
import { Ids, Random } from './random';
import { RECORDED_AT } from './time';

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;
const TEAMS = [
  'billing',
  'catalog',
  'checkout',
  'identity',
  'logistics',
  'media',
  'orders',
  'payments',
  'search',
  'shop',
  'support',
  'web',
];
const WORDS = [
  'web',
  'api',
  'auth',
  'cart',
  'static',
  'admin',
  'docs',
  'feed',
  'jobs',
  'images',
];
const MOST_OWNERS = 12;

/** Options of {@link planStack}. */
export interface PlanStackOptions {
  cluster: ClusterPlan;
  family: Family;
  fate: Fate;
  targetGroups: number;
  /** Its place in the fleet: makes its names its own. */
  number: number;
  random: Random;
  ids: Ids;
}

/** Decides what one stack is: its owners, its target groups and what is behind them. */
export function planStack(options: PlanStackOptions): StackPlan {
  const { cluster, family, fate, number, random, ids } = options;
  const createdAt =
    RECORDED_AT - random.int(2, 180) * DAY - random.int(0, 1439) * MINUTE;
  const deletedAt =
    fate === 'deleted'
      ? RECORDED_AT - random.int(30, 2000) * MINUTE
      : undefined;
  const owners = planOwners({ ...options, createdAt, deletedAt });
  const [first] = owners;
  const stack =
    family === 'group' ? `edge-${number}` : `${first.namespace}/${first.name}`;
  const scheme = random.chance(0.6) ? 'internet-facing' : 'internal';
  const team = random.chance(0.5) ? first.namespace : undefined;
  const backends = planBackends({ ...options, owners, stack, createdAt });
  const { name, groupName } = stackNames({
    cluster: cluster.name,
    family,
    stack,
    scheme,
    owner: first,
  });
  return {
    cluster,
    family,
    fate,
    stack,
    scheme,
    createdAt,
    team,
    https: family !== 'service' && family !== 'gateway' && random.chance(0.5),
    owners,
    backends,
    loadBalancer: loadBalancer({
      ids,
      scope: cluster.scope,
      type: family === 'service' ? 'network' : 'application',
      name,
      scheme,
      createdAt,
    }),
    securityGroup: {
      id: `sg-${ids.hex(17, cluster.name, stack, family, 'managed')}`,
      name: groupName,
    },
    changes: false,
  };
}

/** The names of the load balancer and its security group, hashed as the controller does. */
function stackNames(options: {
  cluster: string;
  family: Family;
  stack: string;
  scheme: string;
  owner: OwnerPlan;
}): { name: string; groupName: string } {
  const { cluster, family, stack, scheme, owner } = options;
  if (family === 'group') {
    return {
      name: groupResourceName(stack, cluster, stack, scheme),
      groupName: groupResourceName(stack, cluster, stack),
    };
  }
  // An Ingress is known by its name, a Service and a Gateway by their UID.
  const identity = family === 'ingress' ? stack : owner.uid;
  const { namespace, name } = owner;
  return {
    name: resourceName(namespace, name, cluster, identity, scheme),
    groupName: resourceName(namespace, name, cluster, identity),
  };
}

function planOwners(
  options: PlanStackOptions & { createdAt: number; deletedAt?: number },
): OwnerPlan[] {
  const { cluster, family, targetGroups, number, random, ids } = options;
  const count =
    family === 'group' ? random.int(2, Math.min(MOST_OWNERS, targetGroups)) : 1;
  const kind = { service: 'Service', gateway: 'Gateway' }[family as string];
  return Array.from({ length: count }, (_, index): OwnerPlan => {
    const namespace = random.pick(TEAMS);
    const word = random.pick(WORDS);
    const suffix = count > 1 ? `${number}-${index + 1}` : `${number}`;
    const name = `${word}-${suffix}`;
    return {
      kind: kind === 'Service' || kind === 'Gateway' ? kind : 'Ingress',
      namespace,
      name,
      uid: ids.uid(cluster.name, 'owner', namespace, name),
      createdAt: options.createdAt,
      deletedAt: options.deletedAt,
    };
  });
}

function planBackends(
  options: PlanStackOptions & {
    owners: OwnerPlan[];
    stack: string;
    createdAt: number;
  },
): BackendPlan[] {
  const { family, targetGroups, owners, cluster, ids } = options;
  if (family === 'service') {
    return planPorts(options, owners[0]);
  }
  return Array.from({ length: targetGroups }, (_, index): BackendPlan => {
    const owner = owners[index % owners.length];
    const workload: WorkloadPlan = {
      namespace: owner.namespace,
      name: `${owner.name}-${index + 1}`,
      serviceUid: ids.uid(cluster.name, 'service', owner.name, index),
      ports: [{ port: 80, targetPort: 8080 }],
      pods: 0,
      firstAddress: 0,
      createdAt: options.createdAt,
    };
    const name =
      family === 'gateway'
        ? gatewayGroupName(cluster, owner, workload)
        : ingressGroupName(cluster, options.stack, owner, workload);
    return {
      owner,
      workload,
      port: 80,
      targetPort: 8080,
      targetGroup: targetGroup({ ids, scope: cluster.scope, name }),
      unhealthy: 0,
    };
  });
}

/** A Service of type LoadBalancer has a target group a port, all with the same Pods. */
function planPorts(
  {
    targetGroups,
    cluster,
    ids,
    createdAt,
  }: PlanStackOptions & {
    createdAt: number;
  },
  owner: OwnerPlan,
): BackendPlan[] {
  const ports = Array.from({ length: targetGroups }, (_, index) => ({
    port: 5432 + index,
    targetPort: 5432 + index,
  }));
  const workload: WorkloadPlan = {
    namespace: owner.namespace,
    name: owner.name,
    serviceUid: owner.uid,
    ports,
    pods: 0,
    firstAddress: 0,
    createdAt,
  };
  return ports.map(({ port, targetPort }) => ({
    owner,
    workload,
    port,
    targetPort,
    targetGroup: targetGroup({
      ids,
      scope: cluster.scope,
      name: resourceName(
        owner.namespace,
        owner.name,
        cluster.name,
        owner.uid,
        String(port),
        String(targetPort),
        'ip',
        'TCP',
        'TCP',
        '10',
      ),
    }),
    unhealthy: 0,
  }));
}

function ingressGroupName(
  cluster: ClusterPlan,
  stack: string,
  owner: OwnerPlan,
  workload: WorkloadPlan,
): string {
  return resourceName(
    workload.namespace,
    workload.name,
    cluster.name,
    stack,
    owner.namespace,
    owner.name,
    workload.serviceUid,
    '80',
    '8080',
    'ip',
    'HTTP',
    'HTTP1',
  );
}

/** A Gateway's target groups are called by the route, which is called as the workload here. */
function gatewayGroupName(
  cluster: ClusterPlan,
  owner: OwnerPlan,
  workload: WorkloadPlan,
): string {
  return resourceName(
    workload.namespace,
    workload.name,
    cluster.name,
    owner.namespace,
    owner.name,
    workload.namespace,
    workload.name,
    'HTTPRoute',
    workload.namespace,
    workload.name,
    '8080',
    'ip',
    'HTTP',
    'HTTP1',
  );
}
