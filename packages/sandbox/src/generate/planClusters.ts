import { backendGroupName } from './names';
import { ClusterPlan, NodePlan, ScopePlan } from './plan';
import { Ids, Random } from './random';
import { RECORDED_AT } from './time';

const DAY = 24 * 60 * 60 * 1000;
const STAGES = ['prod', 'staging', 'dev'];
const PODS_PER_NODE = 110;

/** Decides which clusters there are. Some have an older release, some nobody who attends. */
export function planClusters(options: {
  count: number;
  scopes: ScopePlan[];
  /** Pods of all clusters together. */
  pods: number;
  random: Random;
  ids: Ids;
}): ClusterPlan[] {
  const { count, scopes, pods, random, ids } = options;
  // A fleet of one cluster has a controller; from three on, one in ten has none.
  const unattended = count < 3 ? 0 : Math.max(1, Math.round(count / 10));
  const order = random.shuffle(Array.from({ length: count }, (_, i) => i));
  const abandoned = new Set(order.slice(0, unattended));
  // The cluster whose Ingress changes in the second step must have a controller.
  if (abandoned.delete(0)) {
    abandoned.add(order[unattended]);
  }
  const nodeCount = Math.max(3, Math.ceil(pods / count / PODS_PER_NODE));
  return Array.from({ length: count }, (_, index): ClusterPlan => {
    const stage = STAGES[index % STAGES.length];
    const name = `${stage}-${Math.floor(index / STAGES.length) + 1}`;
    const scope = scopes[index % scopes.length];
    return {
      name,
      scope,
      // The older release was recorded with its controller alive only.
      release: index % 7 === 4 && !abandoned.has(index) ? 'v2.17.1' : 'v3.5.0',
      attended: !abandoned.has(index),
      createdAt: RECORDED_AT - random.int(200, 700) * DAY,
      nodes: planNodes({ name, index, scope, count: nodeCount }),
      backendGroup: {
        id: `sg-${ids.hex(17, name, 'backend-sg')}`,
        name: backendGroupName(name),
      },
      nodeGroupId: `sg-${ids.hex(17, name, 'node-sg')}`,
      stacks: [],
    };
  });
}

/** Nodes have the addresses below those of Pods, each cluster its own. */
function planNodes(options: {
  name: string;
  index: number;
  scope: ScopePlan;
  count: number;
}): NodePlan[] {
  const { index, scope, count } = options;
  return Array.from({ length: count }, (_, node) => {
    const zone = node % 3;
    const place = index * count + node;
    const ip = `10.20.${zone * 64 + Math.floor(place / 250)}.${
      4 + (place % 250)
    }`;
    return {
      ip,
      name: `ip-${ip.replace(/\./g, '-')}.${scope.region}.compute.internal`,
      zone: `${scope.region}${'abc'[zone]}`,
    };
  });
}
