import { JsonObject, JsonValue } from '../json';
import { ClusterFiles } from '../worlds';
import { targetGroupBinding } from './bindings';
import { clusterBase } from './clusterBase';
import { events } from './events';
import {
  gateway,
  httpRoute,
  loadBalancerConfiguration,
  targetGroupConfiguration,
} from './gateways';
import { LazyFiles, RecentAnswers } from './LazyFiles';
import { nodes, namespaces, serviceAccounts } from './nodes';
import { MakeContext } from './objects';
import { ingress } from './owners';
import { ClusterPlan, Family, StackPlan } from './plan';
import {
  clusterIpService,
  endpointSlice,
  loadBalancerService,
} from './services';
import { deploymentOf, podsOf, replicaSetOf, workloadsOf } from './workloads';

type MakeItems = () => JsonObject[];

/** What a cluster answers, made when it is asked for. */
export function clusterFiles(options: {
  cluster: ClusterPlan;
  step: string;
  context: MakeContext;
  recent: RecentAnswers;
}): ClusterFiles {
  const { cluster, step, context, recent } = options;
  const base = clusterBase(cluster, context);
  const made = applicationLists(cluster, context);
  const version = context.changed ? '900010' : '900000';
  const makers = new Map<string, () => JsonValue>();
  for (const [path, value] of base.others) {
    makers.set(path, () => value);
  }
  for (const [path, { list, items }] of base.lists) {
    if (!isTwin(path, made)) {
      makers.set(path, () => ({
        ...list,
        metadata: { resourceVersion: version },
        items: [...items(), ...(made.get(path)?.() ?? [])],
      }));
    }
  }
  return {
    folder: `kubernetes-${cluster.name}`,
    files: new LazyFiles({ name: `${step}/${cluster.name}`, makers, recent }),
  };
}

/** The lists of what was deployed, by API path. */
function applicationLists(
  cluster: ClusterPlan,
  context: MakeContext,
): Map<string, MakeItems> {
  const workloads = workloadsOf(cluster);
  const own = stacks(cluster, 'service');
  const loadBalanced = new Set(
    own.flatMap(stack => stack.backends.map(each => each.workload)),
  );
  const owners = (
    of: StackPlan[],
    make: (stack: StackPlan, owner: StackPlan['owners'][number]) => JsonObject,
  ): JsonObject[] =>
    of
      .filter(stack => stack.fate !== 'ownerless')
      .flatMap(stack => stack.owners.map(owner => make(stack, owner)));
  const backends = (
    of: StackPlan[],
    make: (
      stack: StackPlan,
      backend: StackPlan['backends'][number],
    ) => JsonObject,
  ): JsonObject[] =>
    of.flatMap(stack => stack.backends.map(each => make(stack, each)));
  const gateways = stacks(cluster, 'gateway');
  const ingresses = stacks(cluster, 'ingress', 'group');
  return new Map<string, MakeItems>([
    ['api/v1/namespaces', () => namespaces(cluster, context)],
    ['api/v1/nodes', () => nodes(cluster, context)],
    ['api/v1/serviceaccounts', () => serviceAccounts(cluster, context)],
    ['api/v1/events', () => events(cluster, context)],
    [
      'api/v1/services',
      () => [
        ...workloads
          .filter(workload => !loadBalanced.has(workload))
          .map(workload => clusterIpService(cluster, workload, context)),
        ...owners(own, (stack, owner) =>
          loadBalancerService(stack, owner, context),
        ),
      ],
    ],
    [
      'api/v1/pods',
      () => workloads.flatMap(workload => podsOf(cluster, workload, context)),
    ],
    [
      'apis/apps/v1/deployments',
      () => workloads.map(workload => deploymentOf(cluster, workload, context)),
    ],
    [
      'apis/apps/v1/replicasets',
      () => workloads.map(workload => replicaSetOf(cluster, workload, context)),
    ],
    [
      'apis/discovery.k8s.io/v1/endpointslices',
      () =>
        workloads.map(workload => endpointSlice(cluster, workload, context)),
    ],
    [
      'apis/networking.k8s.io/v1/ingresses',
      () => owners(ingresses, (stack, owner) => ingress(stack, owner, context)),
    ],
    [
      'apis/elbv2.k8s.aws/v1beta1/targetgroupbindings',
      () =>
        backends(cluster.stacks, (stack, backend) =>
          targetGroupBinding(stack, backend, context),
        ),
    ],
    [
      'apis/gateway.networking.k8s.io/v1/gateways',
      () => owners(gateways, (stack, owner) => gateway(stack, owner, context)),
    ],
    [
      'apis/gateway.networking.k8s.io/v1/httproutes',
      () =>
        backends(gateways, (stack, backend) =>
          httpRoute(stack, backend, context),
        ),
    ],
    [
      'apis/gateway.k8s.aws/v1/loadbalancerconfigurations',
      () =>
        owners(gateways, (stack, owner) =>
          loadBalancerConfiguration(stack, owner, context),
        ),
    ],
    [
      'apis/gateway.k8s.aws/v1/targetgroupconfigurations',
      () =>
        backends(gateways, (stack, backend) =>
          targetGroupConfiguration(stack, backend, context),
        ),
    ],
  ]);
}

function stacks(cluster: ClusterPlan, ...families: Family[]): StackPlan[] {
  return cluster.stacks.filter(stack => families.includes(stack.family));
}

/** A list under another version of what is made: the server answers it from the one that is. */
function isTwin(path: string, made: Map<string, MakeItems>): boolean {
  const [root, group, , resource] = path.split('/');
  return (
    root === 'apis' &&
    !made.has(path) &&
    [...made.keys()].some(each => {
      const [, otherGroup, , otherResource] = each.split('/');
      return otherGroup === group && otherResource === resource;
    })
  );
}
