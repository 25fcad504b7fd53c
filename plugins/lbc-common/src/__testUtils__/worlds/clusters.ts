import { ObjectMeta } from '../../inventory';
import { REGION, RealCluster, Reality } from './Reality';
import { FOREVER, Span, timeOf } from './time';

export const NAMESPACES = ['kube-system', 'default', 'shop', 'edge', 'team-a'];

const CUSTOM_KINDS = [
  'ingressclassparams.elbv2.k8s.aws',
  'targetgroupbindings.elbv2.k8s.aws',
  'gatewayclasses.gateway.networking.k8s.io',
  'gateways.gateway.networking.k8s.io',
];

/** Metadata of an object of a cluster. */
export function meta(
  cluster: RealCluster,
  name: string,
  more: Partial<ObjectMeta> = {},
): ObjectMeta {
  const { namespace = '' } = more;
  return {
    uid: `${cluster.id}/${namespace}/${name}`,
    name,
    namespace,
    ...more,
  };
}

function addController(reality: Reality, cluster: RealCluster): void {
  const { from, to } = cluster.controller;
  if (to <= from) {
    return;
  }
  const deployment = (replicas: number) => ({
    metadata: meta(cluster, 'aws-load-balancer-controller', {
      namespace: 'kube-system',
    }),
    spec: {
      replicas,
      template: {
        spec: {
          containers: [
            {
              name: 'controller',
              image: 'public.ecr.aws/eks/aws-load-balancer-controller:v3.5.0',
              args: [`--cluster-name=${cluster.tag}`],
            },
          ],
        },
      },
    },
    status: { replicas, readyReplicas: replicas },
  });
  reality.addObject(cluster, 'deployments', deployment(1), { from, to });
  reality.addObject(cluster, 'deployments', deployment(0), {
    from: to,
    to: FOREVER,
  });
}

/** Makes a cluster with classes, namespaces and a controller. */
export function addCluster(
  reality: Reality,
  options: {
    tag: string;
    vpcId?: string;
    region?: string;
    createdAt?: number;
    controller?: Span;
    namespaces?: readonly string[];
  },
): RealCluster {
  const cluster = reality.addCluster({
    tag: options.tag,
    vpcId: options.vpcId ?? 'vpc-a',
    region: options.region ?? REGION,
    createdAt: options.createdAt ?? -100_000,
    controller: options.controller ?? { from: -FOREVER, to: FOREVER },
  });
  for (const name of options.namespaces ?? NAMESPACES) {
    reality.addObject(cluster, 'namespaces', {
      metadata: meta(cluster, name, {
        ...(name === 'kube-system' && { uid: cluster.uid }),
        creationTimestamp: timeOf(cluster.createdAt),
      }),
      status: { phase: 'Active' },
    });
  }
  for (const [name, controller] of [
    ['alb', 'ingress.k8s.aws/alb'],
    ['auto', 'eks.amazonaws.com/alb'],
    ['nginx', 'k8s.io/ingress-nginx'],
  ]) {
    reality.addObject(cluster, 'ingressClasses', {
      metadata: meta(cluster, name),
      spec: { controller },
    });
  }
  for (const [name, controllerName] of [
    ['aws-alb', 'gateway.k8s.aws/alb'],
    ['nginx', 'gateway.nginx.org/nginx-gateway-controller'],
  ]) {
    reality.addObject(cluster, 'gatewayClasses', {
      metadata: meta(cluster, name),
      spec: { controllerName },
    });
  }
  for (const name of CUSTOM_KINDS) {
    reality.addObject(cluster, 'customResourceDefinitions', {
      metadata: meta(cluster, name),
    });
  }
  addController(reality, cluster);
  return cluster;
}
