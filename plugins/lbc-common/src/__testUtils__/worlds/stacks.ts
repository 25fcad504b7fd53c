import { ObjectMeta, TargetGroupBindingObject } from '../../inventory';
import { Tags } from '../../identity/tags';
import {
  TargetsPlan,
  addLoadBalancer,
  addSecurityGroup,
  addTargetGroup,
  hash10,
} from './aws';
import { meta } from './clusters';
import { RealCluster, Reality } from './Reality';
import { Span, timeOf } from './time';

/** What a stack is built from. */
export type Shape = 'ingress' | 'group' | 'service' | 'gateway';

/** A version of an owner, for as long as it is so. */
export interface OwnerVersion extends Span {
  uid?: string;
  /** The hostname in its status; absent where it has none. */
  hostname?: string;
  /** Whether it holds the controller's finalizer. */
  finalizer?: boolean;
  /** Of which group; of an explicit group. */
  group?: string;
  /** Claimed by another controller's class. */
  released?: boolean;
  /** Its class is none that is there. */
  classMissing?: boolean;
  deletedAt?: number;
  createdAt?: number;
}

/** What names a stack. */
export interface StackName {
  shape: Shape;
  namespace: string;
  name: string;
  /** Of an explicit group. */
  group?: string;
}

const PREFIXES: Record<Shape, string> = {
  ingress: 'ingress.k8s.aws',
  group: 'ingress.k8s.aws',
  service: 'service.k8s.aws',
  gateway: 'gateway.k8s.aws.alb',
};

/** The value of the stack tag. */
export function stackValue({ shape, namespace, name, group }: StackName) {
  return shape === 'group' ? group ?? 'shared' : `${namespace}/${name}`;
}

/** The controller's tags on a load balancer or target group of a stack. */
export function stackTags(
  cluster: RealCluster,
  stack: StackName,
  resource = 'LoadBalancer',
): Tags {
  const prefix = PREFIXES[stack.shape];
  return {
    'elbv2.k8s.aws/cluster': cluster.tag,
    [`${prefix}/stack`]: stackValue(stack),
    [`${prefix}/resource`]: resource,
  };
}

/** The controller's own name for a load balancer. */
export function defaultName(
  cluster: RealCluster,
  stack: StackName,
  salt = '',
): string {
  const { shape, namespace, name } = stack;
  const short = (text: string) => text.replace(/[^a-z0-9]/g, '').slice(0, 8);
  const hash = hash10(cluster.tag, stackValue(stack), salt, 'internet-facing');
  return shape === 'group'
    ? `k8s-${short(stackValue(stack))}-${hash}`
    : `k8s-${short(namespace)}-${short(name)}-${hash}`;
}

function ownerMeta(
  cluster: RealCluster,
  { shape, namespace, name, group }: StackName,
  version: OwnerVersion,
): ObjectMeta {
  const finalizers: Record<Shape, string> = {
    ingress: 'ingress.k8s.aws/resources',
    group: `group.ingress.k8s.aws/${version.group ?? group ?? 'shared'}`,
    service: 'service.k8s.aws/resources',
    gateway: 'gateway.k8s.aws/alb',
  };
  return meta(cluster, name, {
    namespace,
    ...(version.uid && { uid: version.uid }),
    creationTimestamp: timeOf(version.createdAt ?? version.from),
    ...(version.finalizer !== false && { finalizers: [finalizers[shape]] }),
    ...(version.deletedAt !== undefined && {
      deletionTimestamp: timeOf(version.deletedAt),
    }),
    ...(shape === 'group' && {
      annotations: {
        'alb.ingress.kubernetes.io/group.name':
          version.group ?? group ?? 'shared',
      },
    }),
  });
}

/** Puts a version of an owner into its cluster. */
export function addOwner(
  reality: Reality,
  cluster: RealCluster,
  stack: StackName,
  version: OwnerVersion,
): void {
  const metadata = ownerMeta(cluster, stack, version);
  const { hostname, released, classMissing } = version;
  const status = {
    loadBalancer: { ingress: hostname ? [{ hostname }] : [] },
  };
  const foreign = released ? 'nginx' : undefined;
  const missing = classMissing ? 'not-there' : undefined;
  switch (stack.shape) {
    case 'service':
      reality.addObject(
        cluster,
        'services',
        {
          metadata,
          spec: {
            type: released ? 'ClusterIP' : 'LoadBalancer',
            loadBalancerClass: 'service.k8s.aws/nlb',
            ports: [{ port: 80 }],
          },
          status,
        },
        version,
      );
      return;
    case 'gateway':
      reality.addObject(
        cluster,
        'gateways',
        {
          metadata,
          spec: { gatewayClassName: missing ?? foreign ?? 'aws-alb' },
          status: { addresses: hostname ? [{ value: hostname }] : [] },
        },
        version,
      );
      return;
    default:
      reality.addObject(
        cluster,
        'ingresses',
        {
          metadata,
          spec: { ingressClassName: missing ?? foreign ?? 'alb', rules: [] },
          status,
        },
        version,
      );
  }
}

/** What AWS has of a stack. */
export interface MadeStack {
  arn: string;
  hostname: string;
  targetGroupArn?: string;
  securityGroupArn?: string;
}

/** Options of {@link makeStack}. */
export interface StackOptions extends Span {
  targets: TargetsPlan;
  /** Instead of the controller's tags. */
  tags?: Tags;
  /** Instead of the controller's name. */
  loadBalancerName?: string;
  state?: string;
  /** Another owner of the same name has another one. */
  salt?: string;
  /** Until when its own TargetGroupBinding stays. */
  bindingTo?: number;
  /** Until when its security group stays, where the load balancer goes before it. */
  securityGroupTo?: number;
}

/** Makes what the controller makes: a load balancer, a target group, its binding. */
export function makeStack(
  reality: Reality,
  cluster: RealCluster,
  stack: StackName,
  options: StackOptions,
): MadeStack {
  const { from, to, targets, salt } = options;
  const group =
    stack.shape === 'service'
      ? undefined
      : addSecurityGroup(reality, {
          name: `k8s-sg-${hash10(cluster.tag, stackValue(stack))}`,
          cluster,
          tags: stackTags(cluster, stack, 'ManagedLBSecurityGroup'),
          from,
          to: options.securityGroupTo ?? to,
        });
  const made: MadeStack = addLoadBalancer(reality, {
    name: options.loadBalancerName ?? defaultName(cluster, stack, salt),
    vpcId: cluster.vpcId,
    region: cluster.region,
    type: stack.shape === 'service' ? 'network' : 'application',
    tags: options.tags ?? stackTags(cluster, stack),
    state: options.state,
    ...(group && { securityGroups: [group.id] }),
    from,
    to,
  });
  if (group) {
    made.securityGroupArn = group.arn;
  }
  if (targets === 'no-group') {
    return made;
  }
  const targetGroupArn = addTargetGroup(reality, {
    cluster,
    name: `k8s-tg-${hash10(made.arn)}`,
    loadBalancerArn: made.arn,
    tags: stackTags(cluster, stack, `${stack.namespace}/${stack.name}:80`),
    targets,
    from,
    to,
  });
  const bindingTo = options.bindingTo ?? to;
  if (bindingTo > from) {
    bindTargetGroup(reality, cluster, {
      namespace: stack.namespace,
      name: `k8s-${stack.name}-${hash10(targetGroupArn)}`,
      targetGroupArn,
      stack,
      from,
      to: bindingTo,
    });
  }
  return { ...made, targetGroupArn };
}

/** Binds a target group: the controller's own where a stack is given, else by hand. */
export function bindTargetGroup(
  reality: Reality,
  cluster: RealCluster,
  options: Span & {
    namespace: string;
    name: string;
    targetGroupArn: string;
    stack?: StackName;
  },
): void {
  const { namespace, name, targetGroupArn, stack, from, to } = options;
  const binding: TargetGroupBindingObject = {
    metadata: meta(cluster, name, {
      namespace,
      ...(stack && {
        labels:
          stack.shape === 'group'
            ? { 'ingress.k8s.aws/stack': stackValue(stack) }
            : {
                [`${PREFIXES[stack.shape]}/stack-namespace`]: stack.namespace,
                [`${PREFIXES[stack.shape]}/stack-name`]: stack.name,
              },
      }),
    }),
    spec: { targetGroupARN: targetGroupArn, targetType: 'ip' },
  };
  reality.addObject(cluster, 'targetGroupBindings', binding, { from, to });
}
