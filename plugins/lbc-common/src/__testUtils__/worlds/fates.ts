import {
  MadeStack,
  StackName,
  StackOptions,
  addOwner,
  makeStack,
} from './stacks';
import { RealCluster, Reality } from './Reality';
import { FOREVER } from './time';

/** What befalls a stack. */
export type Fate =
  | 'stays'
  /** Deleted, and the controller cleans up. */
  | 'deleted'
  /** Deleted with its finalizer stripped: AWS keeps what there was. */
  | 'stripped'
  /** The same, and after a while a person deletes the load balancer alone. */
  | 'half-cleaned'
  /** Its class goes to another controller, its finalizer is stripped, its status emptied. */
  | 'disowned'
  /** The same, and its status still names the load balancer. */
  | 'disowned-named'
  /** Its class goes to another controller; its finalizer stays. */
  | 'released'
  /** Its class is deleted. */
  | 'class-missing'
  /** Deletion is asked for and does not come. */
  | 'deleting'
  /** Stripped, and after a while applied again. */
  | 're-created'
  /** Somebody deletes the load balancer in AWS. */
  | 'lost'
  /** It serves, and its status is empty. */
  | 'unnamed';

export const FATES: readonly Fate[] = [
  'stays',
  'deleted',
  'stripped',
  'half-cleaned',
  'disowned',
  'disowned-named',
  'released',
  'class-missing',
  'deleting',
  're-created',
  'lost',
  'unnamed',
];

/** A stack with what befalls it. */
export interface StackPlan extends Omit<StackOptions, 'from' | 'to'> {
  stack: StackName;
  fate?: Fate;
  /** When it was made. */
  from?: number;
  /** When its fate comes. */
  at?: number;
  /** Of `re-created`: for how long there is none. */
  gap?: number;
}

/** Where the load balancer goes with its owner, when it does. */
function endOf(fate: Fate, at: number): number {
  if (fate === 'deleted') {
    return at + 0.9;
  }
  if (fate === 'half-cleaned') {
    return at + 6;
  }
  return fate === 'lost' ? at : FOREVER;
}

/** Fates in which the security group stays when the load balancer goes. */
const LEAVES_GROUP: readonly Fate[] = ['lost', 'half-cleaned'];

/** Lives a stack's life in a cluster, and writes down who needs it until when. */
export function liveStack(
  reality: Reality,
  cluster: RealCluster,
  plan: StackPlan,
): MadeStack {
  const { stack, fate = 'stays', from = -5_000, at = FOREVER, gap = 5 } = plan;
  const to = endOf(fate, at);
  const born = from - 1;
  const made = makeStack(reality, cluster, stack, {
    ...plan,
    from,
    to,
    ...(LEAVES_GROUP.includes(fate) && { securityGroupTo: FOREVER }),
  });
  const { arn, hostname, securityGroupArn } = made;
  const hold = (start: number, end: number) => {
    const span = { by: cluster, from: start, to: end };
    reality.holds.push({ arn, ...span });
    if (securityGroupArn) {
      reality.holds.push({ arn: securityGroupArn, ...span });
    }
  };
  const own = { createdAt: born, uid: `${cluster.id}-${stack.name}-first` };
  // The owner comes first, the load balancer after it, the status last.
  addOwner(reality, cluster, stack, { ...own, from: born, to: from + 0.5 });
  const named = { ...own, hostname };
  const mainTo = fate === 'unnamed' ? from + 0.5 : Math.max(at, from + 0.5);
  addOwner(reality, cluster, stack, { ...named, from: from + 0.5, to: mainTo });
  const after = { from: mainTo, to: FOREVER };
  switch (fate) {
    case 'deleted':
      addOwner(reality, cluster, stack, {
        ...named,
        deletedAt: at,
        from: mainTo,
        to: at + 1,
      });
      hold(born, at + 0.9);
      break;
    case 'stripped':
    case 'half-cleaned':
      hold(born, at);
      break;
    case 'disowned':
      addOwner(reality, cluster, stack, {
        ...own,
        ...after,
        released: true,
        finalizer: false,
      });
      hold(born, at);
      break;
    case 'disowned-named':
      addOwner(reality, cluster, stack, {
        ...named,
        ...after,
        released: true,
        finalizer: false,
      });
      hold(born, FOREVER);
      break;
    case 'released':
      addOwner(reality, cluster, stack, { ...named, ...after, released: true });
      hold(born, FOREVER);
      break;
    case 'class-missing':
      addOwner(reality, cluster, stack, {
        ...named,
        ...after,
        classMissing: true,
      });
      hold(born, FOREVER);
      break;
    case 'deleting':
      addOwner(reality, cluster, stack, { ...named, ...after, deletedAt: at });
      hold(born, FOREVER);
      break;
    case 're-created':
      hold(born, at);
      recreate(reality, cluster, { plan, made, at: at + gap });
      break;
    case 'unnamed':
      addOwner(reality, cluster, stack, { ...own, ...after });
      hold(born, FOREVER);
      break;
    default:
      addOwner(reality, cluster, stack, { ...named, ...after });
      hold(born, FOREVER);
  }
  return made;
}

/** An Ingress takes over what its group has; a Service or Gateway gets another one. */
function recreate(
  reality: Reality,
  cluster: RealCluster,
  options: { plan: StackPlan; made: MadeStack; at: number },
): void {
  const { plan, made, at } = options;
  const { stack } = plan;
  const adopts = stack.shape === 'ingress' || stack.shape === 'group';
  const uid = `${cluster.id}-${stack.name}-second`;
  const own = { createdAt: at, uid };
  const { arn, hostname, securityGroupArn } = adopts
    ? made
    : makeStack(reality, cluster, stack, {
        ...plan,
        from: at + 0.5,
        to: FOREVER,
        salt: uid,
      });
  addOwner(reality, cluster, stack, { ...own, from: at, to: at + 1 });
  addOwner(reality, cluster, stack, {
    ...own,
    hostname,
    from: at + 1,
    to: FOREVER,
  });
  for (const held of [arn, securityGroupArn]) {
    if (held !== undefined) {
      reality.holds.push({ arn: held, by: cluster, from: at, to: FOREVER });
    }
  }
}
