import { JsonObject } from '../json';
import { MakeContext, condition, metadata, servedFields } from './objects';
import { hostOf, isProtected, pathOf } from './owners';
import { BackendPlan, OwnerPlan, StackPlan } from './plan';

const GATEWAY = 'gateway.networking.k8s.io/v1';
const CONFIGURATION = 'gateway.k8s.aws/v1';

export function gateway(
  stack: StackPlan,
  owner: OwnerPlan,
  { ids }: MakeContext,
): JsonObject {
  const { namespace, name, uid, createdAt, deletedAt } = owner;
  const { loadBalancer } = stack;
  const at = createdAt + 120_000;
  return {
    apiVersion: GATEWAY,
    kind: 'Gateway',
    metadata: metadata(ids, {
      name,
      namespace,
      uid,
      createdAt,
      deletedAt,
      generation: deletedAt === undefined ? 1 : 2,
      finalizers: ['gateway.k8s.aws/alb'],
      managedFields: servedFields(GATEWAY, createdAt),
    }),
    spec: {
      gatewayClassName: 'aws-alb',
      infrastructure: {
        parametersRef: {
          group: 'gateway.k8s.aws',
          kind: 'LoadBalancerConfiguration',
          name,
        },
      },
      listeners: [
        {
          allowedRoutes: { namespaces: { from: 'All' } },
          name: 'http',
          port: 80,
          protocol: 'HTTP',
        },
      ],
    },
    status: {
      addresses: [{ type: 'Hostname', value: loadBalancer.dnsName }],
      attachedListenerSets: 0,
      conditions: [
        condition('Accepted', at),
        condition('Programmed', at, loadBalancer.arn),
      ],
      listeners: [
        {
          attachedRoutes: stack.backends.length,
          conditions: [
            condition('Conflicted', at, 'Listener has no conflict.', 'False'),
            condition('Accepted', at, 'Listener is accepted.'),
            condition('ResolvedRefs', at, 'Listener has all refs resolved.'),
            condition('Programmed', at, 'Listener is programmed.'),
          ],
          name: 'http',
          supportedKinds: [
            { group: 'gateway.networking.k8s.io', kind: 'HTTPRoute' },
          ],
        },
      ],
    },
  };
}

/** The route to one backend of a Gateway. */
export function httpRoute(
  stack: StackPlan,
  { owner, workload, port }: BackendPlan,
  { ids }: MakeContext,
): JsonObject {
  const { namespace, name, createdAt } = workload;
  const parentRef = {
    group: 'gateway.networking.k8s.io',
    kind: 'Gateway',
    name: owner.name,
    namespace: owner.namespace,
    sectionName: 'http',
  };
  const index = stack.backends.findIndex(each => each.workload === workload);
  return {
    apiVersion: GATEWAY,
    kind: 'HTTPRoute',
    metadata: metadata(ids, {
      name,
      namespace,
      uid: ids.uid(stack.cluster.name, 'route', workload.serviceUid),
      createdAt,
      generation: 1,
    }),
    spec: {
      hostnames: [hostOf(owner)],
      parentRefs: [parentRef],
      rules: [
        {
          backendRefs: [{ group: '', kind: 'Service', name, port, weight: 1 }],
          matches: [{ path: { type: 'PathPrefix', value: pathOf(index) } }],
        },
      ],
    },
    status: {
      parents: [
        {
          conditions: [
            condition('ResolvedRefs', createdAt + 2000),
            condition('Accepted', createdAt + 2000),
          ],
          controllerName: 'gateway.k8s.aws/alb',
          parentRef,
        },
      ],
    },
  };
}

export function loadBalancerConfiguration(
  stack: StackPlan,
  { namespace, name, uid, createdAt }: OwnerPlan,
  { ids }: MakeContext,
): JsonObject {
  return {
    apiVersion: CONFIGURATION,
    kind: 'LoadBalancerConfiguration',
    metadata: metadata(ids, {
      name,
      namespace,
      uid: ids.uid(stack.cluster.name, 'configuration', uid),
      createdAt,
      generation: 1,
      finalizers: ['gateway.k8s.aws/loadbalancerconfigurations'],
    }),
    spec: {
      ...(isProtected(stack) && {
        loadBalancerAttributes: [
          { key: 'deletion_protection.enabled', value: 'true' },
        ],
      }),
      scheme: stack.scheme,
      ...(stack.team && { tags: { team: stack.team } }),
    },
  };
}

export function targetGroupConfiguration(
  stack: StackPlan,
  { workload }: BackendPlan,
  { ids }: MakeContext,
): JsonObject {
  const { namespace, name, serviceUid, createdAt } = workload;
  return {
    apiVersion: CONFIGURATION,
    kind: 'TargetGroupConfiguration',
    metadata: metadata(ids, {
      name,
      namespace,
      uid: ids.uid(stack.cluster.name, 'target-configuration', serviceUid),
      createdAt,
      generation: 1,
      finalizers: ['gateway.k8s.aws/targetgroupconfigurations'],
    }),
    spec: {
      defaultConfiguration: { targetType: 'ip' },
      targetReference: { group: '', kind: 'Service', name },
    },
  };
}
