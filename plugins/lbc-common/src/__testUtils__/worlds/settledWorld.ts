import { LifecycleState } from '../../lifecycle';
import { TargetsPlan, addLoadBalancer, hash10 } from './aws';
import { addCluster, meta } from './clusters';
import { Fate, liveStack } from './fates';
import { knownCluster, newWorld } from './profiles/types';
import { Reality, RealCluster } from './Reality';
import { Shape, StackName, addOwner, bindTargetGroup } from './stacks';
import { FOREVER } from './time';
import { World } from './World';

/** What a settled world has beside its stacks. */
export type Legacy =
  | 'v1'
  | 'by-hand'
  | 'in-tree'
  | 'in-tree-without-owner'
  | 'auto-mode'
  | 'unknown-cluster'
  | 'asks-in-vain'
  | 'binding-without-group';

export interface SettledStack {
  shape: Shape;
  fate: Exclude<Fate, 'deleted' | 'unnamed' | 'half-cleaned'>;
  targets: TargetsPlan;
  provisioning: boolean;
}

export interface SettledPlan {
  /** Whether the controller lives; else it was removed long ago. */
  attended: boolean;
  stacks: SettledStack[];
  legacy: Legacy[];
}

const OWNER_KIND: Record<Shape, string> = {
  ingress: 'Ingress',
  group: 'Ingress',
  service: 'Service',
  gateway: 'Gateway',
};

/** The state of a stack that nothing happens to any more. */
function livingState(
  { targets, provisioning }: SettledStack,
  attended: boolean,
): LifecycleState {
  if (!attended) {
    return 'unattended';
  }
  if (provisioning) {
    return 'provisioning';
  }
  return targets === 'unhealthy' || targets === 'changing'
    ? 'degraded'
    : 'in-service';
}

function leftOverState({ shape, targets }: SettledStack): LifecycleState {
  // Whose a stranger's healthy pod is can't be told, nor where the members were
  // of a group that was never seen with one.
  return targets === 'foreign' || shape === 'group' ? 'unknown' : 'orphaned';
}

function stateOf(stack: SettledStack, attended: boolean): LifecycleState {
  const living = livingState(stack, attended);
  switch (stack.fate) {
    case 'stripped':
    case 'disowned':
      return leftOverState(stack);
    case 'disowned-named':
      return 'unknown';
    case 'released':
    case 'deleting':
      return 'stuck-deleting';
    case 'class-missing':
      return attended ? 'failing' : 'unattended';
    case 'lost':
      return 'stranded';
    case 're-created':
      // The name of a Service's or Gateway's has its owner's UID in it.
      return stack.shape === 'ingress' || stack.shape === 'group'
        ? living
        : 'superseded';
    default:
      return living;
  }
}

function addSettled(
  world: World,
  cluster: RealCluster,
  options: { each: SettledStack; index: number; attended: boolean },
): void {
  const { index, attended } = options;
  const each = { ...options.each };
  const hasClass = each.shape === 'ingress' || each.shape === 'group';
  if (each.fate === 'class-missing' && !hasClass) {
    each.fate = 'stays';
  }
  const stack: StackName = {
    shape: each.shape,
    namespace: 'shop',
    name: `web-${index}`,
    group: `group-${index}`,
  };
  const made = liveStack(world.reality, cluster, {
    stack,
    targets: each.targets,
    fate: each.fate,
    from: -4_000,
    at: -3_000,
    ...(each.provisioning && { state: 'provisioning' }),
  });
  const { subjects = new Map() } = world.expected ?? {};
  const state = stateOf(each, attended);
  subjects.set(
    each.fate === 'lost'
      ? `prod/${OWNER_KIND[each.shape]}/shop/${stack.name}`
      : made.arn,
    state,
  );
}

function addLegacy(
  world: World,
  cluster: RealCluster,
  options: { legacy: Legacy; index: number; attended: boolean },
): void {
  const { legacy, index, attended } = options;
  const { reality } = world;
  const { subjects, targetBindings } = world.expected ?? {};
  const make = (tags: Record<string, string>, name = `legacy-${index}`) =>
    addLoadBalancer(reality, {
      name,
      vpcId: 'vpc-a',
      type: legacy.startsWith('in-tree') ? 'network' : 'application',
      tags,
      from: -4_000,
      to: FOREVER,
    });
  const stack = `shop/legacy-${index}`;
  switch (legacy) {
    case 'v1':
      subjects?.set(
        make({
          'ingress.k8s.aws/cluster': 'x',
          'ingress.k8s.aws/stack': stack,
          'ingress.k8s.aws/resource': 'LoadBalancer',
        }).arn,
        'foreign',
      );
      break;
    case 'by-hand':
      subjects?.set(make({ team: 'net' }).arn, 'foreign');
      break;
    case 'in-tree':
    case 'in-tree-without-owner': {
      const { arn, hostname } = make(
        {
          'kubernetes.io/service-name': stack,
          'kubernetes.io/cluster/x': 'owned',
        },
        hash10(stack).padEnd(32, '0'),
      );
      if (legacy === 'in-tree') {
        addInTreeService(reality, cluster, `legacy-${index}`, hostname);
      }
      subjects?.set(arn, legacy === 'in-tree' ? 'in-service' : 'unknown');
      break;
    }
    case 'auto-mode': {
      const { arn, hostname } = make({
        'eks:eks-cluster-name': 'x',
        'ingress.eks.amazonaws.com/stack': stack,
        'ingress.eks.amazonaws.com/resource': 'LoadBalancer',
      });
      reality.addObject(cluster, 'ingresses', {
        metadata: meta(cluster, `legacy-${index}`, { namespace: 'shop' }),
        spec: { ingressClassName: 'auto' },
        status: { loadBalancer: { ingress: [{ hostname }] } },
      });
      subjects?.set(arn, 'in-service');
      break;
    }
    case 'unknown-cluster': {
      const other = addCluster(reality, { tag: `other-${index}` });
      const { arn } = liveStack(reality, other, {
        stack: { shape: 'ingress', namespace: 'shop', name: 'web-0' },
        targets: 'unhealthy',
      });
      subjects?.set(arn, 'unknown');
      break;
    }
    case 'asks-in-vain':
      addOwner(
        reality,
        cluster,
        { shape: 'ingress', namespace: 'edge', name: `asks-${index}` },
        { from: -4_000, to: FOREVER, finalizer: attended },
      );
      subjects?.set(
        `prod/Ingress/edge/asks-${index}`,
        attended ? 'provisioning' : 'unserved',
      );
      break;
    default: {
      const name = `nothing-${index}`;
      const targetGroupArn = `arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/gone/${index}`;
      const span = { from: -4_000, to: FOREVER };
      const binding = { namespace: 'team-a', name, targetGroupArn, ...span };
      bindTargetGroup(reality, cluster, binding);
      targetBindings?.set(`prod/team-a/${name}`, 'stranded');
    }
  }
}

function addInTreeService(
  reality: Reality,
  cluster: RealCluster,
  name: string,
  hostname: string,
): void {
  reality.addObject(cluster, 'services', {
    metadata: meta(cluster, name, {
      namespace: 'shop',
      finalizers: ['service.kubernetes.io/load-balancer-cleanup'],
      annotations: {
        'service.beta.kubernetes.io/aws-load-balancer-type': 'nlb',
      },
    }),
    spec: { type: 'LoadBalancer' },
    status: { loadBalancer: { ingress: [{ hostname }] } },
  });
}

/** A world in which all has happened long ago, and everything is seen. */
export function settledWorld({ attended, stacks, legacy }: SettledPlan): World {
  const world = newWorld({
    rounds: 5,
    expected: { subjects: new Map(), targetBindings: new Map() },
  });
  const cluster = knownCluster(world, 'prod', {
    tag: 'x',
    controller: { from: -FOREVER, to: attended ? FOREVER : -2_000 },
  });
  stacks.forEach((each, index) => {
    addSettled(world, cluster, { each, index, attended });
  });
  legacy.forEach((each, index) => {
    addLegacy(world, cluster, { legacy: each, index, attended });
  });
  return world;
}
