import { createHash } from 'crypto';
import { AwsLoadBalancer, TargetHealth } from '../../inventory';
import { Tags } from '../../identity/tags';
import { ACCOUNT, REGION, RealCluster, Reality } from './Reality';
import { FOREVER, Span, timeOf } from './time';

function prefix(region: string): string {
  return `arn:aws:elasticloadbalancing:${region}:${ACCOUNT}`;
}

/** Ten hex digits, as the controller's names end with. */
export function hash10(...parts: string[]): string {
  return createHash('sha256').update(parts.join('')).digest('hex').slice(0, 10);
}

/** A load balancer that is made. */
export interface NewLoadBalancer extends Span {
  name: string;
  vpcId: string;
  region?: string;
  type?: AwsLoadBalancer['type'];
  tags: Tags;
  state?: string;
  securityGroups?: string[];
}

export interface MadeLoadBalancer {
  arn: string;
  hostname: string;
}

/** Makes a load balancer in AWS. */
export function addLoadBalancer(
  reality: Reality,
  options: NewLoadBalancer,
): MadeLoadBalancer {
  const { name, vpcId, tags, from, to, type = 'application' } = options;
  const { region = REGION } = options;
  const number = reality.next();
  const kind = type === 'application' ? 'app' : 'net';
  const id = String(number).padStart(16, '0');
  const arn = `${prefix(region)}:loadbalancer/${kind}/${name}/${id}`;
  const hostname =
    `${name}-${number}.${region}.elb.amazonaws.com`.toLowerCase();
  reality.loadBalancers.push({
    arn,
    from,
    to,
    body: {
      arn,
      name,
      dnsName: hostname,
      type,
      scheme: 'internet-facing',
      vpcId,
      state: { code: options.state ?? 'active' },
      createdAt: timeOf(from),
      availabilityZones: [],
      securityGroups: options.securityGroups ?? [],
    },
  });
  reality.tags.push({ arn, from, to, body: tags });
  return { arn, hostname };
}

/** Makes a security group; it may outlive the load balancer that it is for. */
export function addSecurityGroup(
  reality: Reality,
  options: Span & { cluster: RealCluster; name: string; tags: Tags },
): { arn: string; id: string } {
  const { from, to, cluster, ...others } = options;
  const { region, vpcId } = cluster;
  const rest = { ...others, vpcId };
  const id = `sg-${String(reality.next()).padStart(17, '0')}`;
  const arn = `arn:aws:ec2:${region}:${ACCOUNT}:security-group/${id}`;
  reality.securityGroups.push({ arn, from, to, body: { arn, id, ...rest } });
  return { arn, id };
}

/** Changes the tags of a resource from a minute on. */
export function retag(
  reality: Reality,
  arn: string,
  options: { at: number; tags: Tags },
): void {
  const { at, tags } = options;
  const before = reality.tags.filter(each => each.arn === arn).pop();
  const to = before?.to ?? FOREVER;
  if (before) {
    before.to = Math.min(before.to, at);
  }
  reality.tags.push({ arn, from: at, to, body: tags });
}

/** How the targets of a target group do. */
export type TargetsPlan =
  | 'healthy'
  | 'unhealthy'
  | 'none'
  /** Healthy, and of a cluster or machine that nobody here knows. */
  | 'foreign'
  /** Unhealthy, and other ones each minute. */
  | 'changing'
  /** The load balancer has no target group. */
  | 'no-group';

function target(id: string, state: string): TargetHealth {
  return { id, port: 8080, state };
}

/** Makes a target group with targets; returns its ARN. */
export function addTargetGroup(
  reality: Reality,
  options: Span & {
    cluster: RealCluster;
    name: string;
    loadBalancerArn?: string;
    tags: Tags;
    targets: Exclude<TargetsPlan, 'no-group'>;
  },
): string {
  const { cluster, name, tags, targets, from, to } = options;
  const number = reality.next();
  const arn = `${prefix(cluster.region)}:targetgroup/${name}/${String(
    number,
  ).padStart(16, '0')}`;
  reality.targetGroups.push({
    arn,
    from,
    to,
    body: {
      arn,
      name,
      protocol: 'HTTP',
      port: 80,
      vpcId: cluster.vpcId,
      targetType: 'ip',
      loadBalancerArns: options.loadBalancerArn
        ? [options.loadBalancerArn]
        : [],
    },
  });
  reality.tags.push({ arn, from, to, body: tags });
  const address = `10.${cluster.id}.${number % 250}.1`;
  if (targets !== 'foreign') {
    reality.pods.set(address, cluster);
  }
  reality.targets.push({
    arn,
    from,
    to,
    at(minute) {
      switch (targets) {
        case 'none':
          return [];
        case 'foreign':
          return [target(`192.168.0.${number % 250}`, 'healthy')];
        case 'changing':
          return [target(`10.9.${Math.floor(minute) % 250}.1`, 'unhealthy')];
        default:
          return [target(address, targets)];
      }
    },
  });
  return arn;
}
