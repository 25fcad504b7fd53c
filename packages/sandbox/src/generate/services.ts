import { JsonObject } from '../json';
import { MakeContext, managed, metadata, servedFields } from './objects';
import { ClusterPlan, OwnerPlan, StackPlan, WorkloadPlan } from './plan';
import { seconds } from './time';
import { podPlaces } from './workloads';

/** The Service before a workload that an Ingress or a route names. */
export function clusterIpService(
  cluster: ClusterPlan,
  workload: WorkloadPlan,
  { ids }: MakeContext,
): JsonObject {
  const { namespace, name, serviceUid, createdAt } = workload;
  return {
    metadata: metadata(ids, {
      name,
      namespace,
      uid: serviceUid,
      createdAt,
      labels: { app: name },
      managedFields: [managed('deploy', 'v1', createdAt)],
    }),
    spec: {
      ...serviceSpec(cluster, workload, ids),
      type: 'ClusterIP',
      internalTrafficPolicy: 'Cluster',
    },
    status: { loadBalancer: {} },
  };
}

/** A Service of type LoadBalancer that the controller serves. */
export function loadBalancerService(
  stack: StackPlan,
  owner: OwnerPlan,
  { ids }: MakeContext,
): JsonObject {
  const [{ workload }] = stack.backends;
  const { namespace, name, uid, createdAt, deletedAt } = owner;
  const protect = stack.fate === 'deleted' && stack.cluster.attended;
  const base = serviceSpec(stack.cluster, workload, ids);
  const prefix = 'service.beta.kubernetes.io/aws-load-balancer';
  return {
    metadata: metadata(ids, {
      name,
      namespace,
      uid,
      createdAt,
      deletedAt,
      annotations: {
        ...(stack.team && {
          [`${prefix}-additional-resource-tags`]: `team=${stack.team}`,
        }),
        ...(protect && {
          [`${prefix}-attributes`]: 'deletion_protection.enabled=true',
        }),
        [`${prefix}-nlb-target-type`]: 'ip',
        [`${prefix}-scheme`]: stack.scheme,
      },
      finalizers: ['service.k8s.aws/resources'],
      managedFields: servedFields('v1', createdAt),
    }),
    spec: {
      ...base,
      ports: base.ports.map((port, index) => ({
        ...port,
        nodePort: 30000 + ids.number(2700, uid, index),
      })),
      type: 'LoadBalancer',
      externalTrafficPolicy: 'Cluster',
      allocateLoadBalancerNodePorts: true,
      loadBalancerClass: 'service.k8s.aws/nlb',
      internalTrafficPolicy: 'Cluster',
    },
    status: {
      loadBalancer: {
        ingress: [
          {
            hostname: stack.loadBalancer.dnsName.toLowerCase(),
            ports: workload.ports.map(({ port }) => ({
              port,
              protocol: 'TCP',
            })),
          },
        ],
      },
    },
  };
}

/** Where the Pods of a workload are, as the EndpointSlice controller writes it. */
export function endpointSlice(
  cluster: ClusterPlan,
  workload: WorkloadPlan,
  context: MakeContext,
): JsonObject {
  const { ids } = context;
  const { namespace, name, serviceUid, createdAt } = workload;
  const changedAt = createdAt + 2000;
  return {
    metadata: metadata(ids, {
      name: `${name}-${ids.hex(5, 'endpointslice', serviceUid)}`,
      generateName: `${name}-`,
      namespace,
      uid: ids.uid(cluster.name, 'endpointslice', serviceUid),
      createdAt,
      generation: 3,
      labels: {
        app: name,
        'endpointslice.kubernetes.io/managed-by':
          'endpointslice-controller.k8s.io',
        'kubernetes.io/service-name': name,
      },
      annotations: {
        'endpoints.kubernetes.io/last-change-trigger-time': seconds(changedAt),
      },
      ownerReferences: [
        {
          apiVersion: 'v1',
          kind: 'Service',
          name,
          uid: serviceUid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
      managedFields: [
        managed('kube-controller-manager', 'discovery.k8s.io/v1', changedAt),
      ],
    }),
    addressType: 'IPv4',
    endpoints: podPlaces(cluster, workload, context).map(pod => ({
      addresses: [pod.ip],
      conditions: { ready: true, serving: true, terminating: false },
      targetRef: { kind: 'Pod', namespace, name: pod.name, uid: pod.uid },
      nodeName: pod.node.name,
      zone: pod.node.zone,
    })),
    ports: workload.ports.map(({ targetPort }, index) => ({
      name: portName(index),
      protocol: 'TCP',
      port: targetPort,
    })),
  };
}

function serviceSpec(
  cluster: ClusterPlan,
  workload: WorkloadPlan,
  ids: MakeContext['ids'],
) {
  const number = ids.number(65000, cluster.name, workload.serviceUid);
  const clusterIP = `10.100.${Math.floor(number / 250)}.${2 + (number % 250)}`;
  return {
    ports: workload.ports.map(({ port, targetPort }, index) => ({
      name: portName(index),
      protocol: 'TCP',
      port,
      targetPort,
    })),
    selector: { app: workload.name },
    clusterIP,
    clusterIPs: [clusterIP],
    sessionAffinity: 'None',
    ipFamilies: ['IPv4'],
    ipFamilyPolicy: 'SingleStack',
  };
}

function portName(index: number): string {
  return index === 0 ? 'http' : `port-${index + 1}`;
}
