import { JsonObject, JsonValue, World } from 'lbc-sandbox';

/** How large the stack of {@link withLargeStack} is. */
export interface StackSize {
  listeners: number;
  /** Of all listeners together, without the default ones. */
  rules: number;
  targetGroups: number;
}

const FAMILY = 'arn:aws:elasticloadbalancing';

/** A world whose first load balancer has HTTPS listeners, rules and target groups as asked. */
export function withLargeStack(
  world: World,
  size: StackSize,
): { world: World; loadBalancerArn: string } {
  const [step] = world.steps;
  const lists = objectOf(step.aws.get('elbv2/DescribeLoadBalancers'));
  const [first] = Array.isArray(lists.LoadBalancers) ? lists.LoadBalancers : [];
  const loadBalancerArn = String(objectOf(first).LoadBalancerArn);
  const files = filesOf(loadBalancerArn, size);
  return {
    loadBalancerArn,
    world: {
      ...world,
      steps: world.steps.map(each => ({
        ...each,
        aws: {
          get: path => files[path] ?? each.aws.get(path),
          has: path => path in files || each.aws.has(path),
          keys: () => new Set([...each.aws.keys(), ...Object.keys(files)]),
        },
      })),
    },
  };
}

function filesOf(
  loadBalancerArn: string,
  size: StackSize,
): Record<string, JsonValue> {
  const place = loadBalancerArn.split(':').slice(3, 5).join(':');
  const path = loadBalancerArn.split(':loadbalancer/')[1];
  const targetGroups = range(size.targetGroups).map(
    at => `${FAMILY}:${place}:targetgroup/large-${at}/00000000000000${pad(at)}`,
  );
  const listeners = range(size.listeners).map(
    at => `${FAMILY}:${place}:listener/${path}/00000000000000${pad(at)}`,
  );
  const rulesOf = (at: number) =>
    range(size.rules)
      .filter(rule => rule % size.listeners === at)
      .map(rule => ruleOf(listeners[at], rule, targetGroups));
  const keyed = (arns: string[], value: (at: number) => JsonObject) =>
    Object.fromEntries(arns.map((arn, at) => [arn, value(at)]));
  const attributes = { Attributes: [{ Key: 'a', Value: 'b' }] };
  return {
    'elbv2/DescribeListeners': {
      [loadBalancerArn]: {
        Listeners: listeners.map((arn, at) => ({
          ListenerArn: arn,
          LoadBalancerArn: loadBalancerArn,
          Port: 443 + at,
          Protocol: 'HTTPS',
          SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
          Certificates: [
            { CertificateArn: `arn:aws:acm:${place}:certificate/a` },
          ],
          DefaultActions: [
            {
              Type: 'fixed-response',
              FixedResponseConfig: { StatusCode: '404' },
            },
          ],
        })),
      },
    },
    'elbv2/DescribeRules': keyed(listeners, at => ({
      Rules: [...rulesOf(at), defaultRule(listeners[at])],
    })),
    'elbv2/DescribeListenerAttributes': keyed(listeners, () => attributes),
    'elbv2/DescribeTargetGroups': {
      TargetGroups: targetGroups.map((arn, at) => ({
        TargetGroupArn: arn,
        TargetGroupName: `large-${at}`,
        TargetType: 'ip',
        LoadBalancerArns: [loadBalancerArn],
      })),
    },
    'elbv2/DescribeTargetGroupAttributes': keyed(
      targetGroups,
      () => attributes,
    ),
    'elbv2/DescribeTargetHealth': keyed(targetGroups, at => ({
      TargetHealthDescriptions: [
        {
          Target: { Id: `10.9.0.${at}`, Port: 80 },
          TargetHealth: { State: 'healthy' },
        },
      ],
    })),
  };
}

function ruleOf(listener: string, at: number, groups: string[]): JsonObject {
  return {
    RuleArn: `${listener.replace(
      ':listener/',
      ':listener-rule/',
    )}/11111111111111${pad(at)}`,
    Priority: String(at + 1),
    IsDefault: false,
    Conditions: [
      {
        Field: 'path-pattern',
        PathPatternConfig: { Values: [`/${at}`] },
      },
    ],
    Actions: [
      {
        Type: 'forward',
        ForwardConfig: {
          TargetGroups: [
            { TargetGroupArn: groups[at % groups.length], Weight: 1 },
          ],
        },
      },
    ],
  };
}

function defaultRule(listener: string): JsonObject {
  return {
    RuleArn: `${listener.replace(
      ':listener/',
      ':listener-rule/',
    )}/2222222222222222`,
    Priority: 'default',
    IsDefault: true,
    Conditions: [],
    Actions: [],
  };
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at);
}

function pad(at: number): string {
  return String(at).padStart(2, '0');
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}
