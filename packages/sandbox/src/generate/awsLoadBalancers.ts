import { JsonObject } from '../json';
import { hostedZones } from '../rewrite';
import { ListenerPlan, listenersOf } from './awsTags';
import { MakeContext } from './objects';
import {
  backendsOf,
  certificateArn,
  hostOf,
  isProtected,
  pathOf,
} from './owners';
import {
  BackendPlan,
  ForeignPlan,
  LoadBalancerPlan,
  ScopePlan,
  StackPlan,
} from './plan';
import { podPlaces } from './workloads';
import { micros } from './time';

export function describeLoadBalancer(stack: StackPlan): JsonObject {
  const { cluster, loadBalancer, scheme, securityGroup } = stack;
  return loadBalancerAnswer({
    scope: cluster.scope,
    loadBalancer,
    scheme,
    securityGroups: [securityGroup.id, cluster.backendGroup.id],
  });
}

export function describeForeign(
  scope: ScopePlan,
  { loadBalancer, scheme }: ForeignPlan,
): JsonObject {
  return loadBalancerAnswer({
    scope,
    loadBalancer,
    scheme,
    securityGroups: [],
  });
}

function loadBalancerAnswer(options: {
  scope: ScopePlan;
  loadBalancer: LoadBalancerPlan;
  scheme: StackPlan['scheme'];
  securityGroups: string[];
}): JsonObject {
  const { scope, loadBalancer, scheme, securityGroups } = options;
  const subnets =
    scheme === 'internal' ? scope.privateSubnets : scope.publicSubnets;
  return {
    LoadBalancerArn: loadBalancer.arn,
    DNSName: loadBalancer.dnsName,
    CanonicalHostedZoneId: hostedZones(scope.region)?.[loadBalancer.type] ?? '',
    CreatedTime: micros(loadBalancer.createdAt),
    LoadBalancerName: loadBalancer.name,
    Scheme: scheme,
    VpcId: scope.vpcId,
    State: { Code: 'active' },
    Type: loadBalancer.type,
    AvailabilityZones: subnets.map((SubnetId, index) => ({
      ZoneName: `${scope.region}${'abc'[index]}`,
      SubnetId,
    })),
    SecurityGroups: securityGroups,
    IpAddressType: 'ipv4',
  };
}

export function describeTargetGroup(
  stack: StackPlan,
  { targetGroup, targetPort }: BackendPlan,
): JsonObject {
  const network = stack.loadBalancer.type === 'network';
  return {
    TargetGroupArn: targetGroup.arn,
    TargetGroupName: targetGroup.name,
    Protocol: network ? 'TCP' : 'HTTP',
    Port: targetPort,
    VpcId: stack.cluster.scope.vpcId,
    HealthCheckProtocol: network ? 'TCP' : 'HTTP',
    HealthCheckPort: 'traffic-port',
    HealthCheckEnabled: true,
    HealthCheckIntervalSeconds: network ? 10 : 15,
    HealthCheckTimeoutSeconds: network ? 10 : 5,
    HealthyThresholdCount: network ? 3 : 2,
    UnhealthyThresholdCount: network ? 3 : 2,
    ...(!network && { HealthCheckPath: '/', Matcher: { HttpCode: '200' } }),
    LoadBalancerArns: [stack.loadBalancer.arn],
    TargetType: 'ip',
    ...(!network && { ProtocolVersion: 'HTTP1' }),
    IpAddressType: 'ipv4',
  };
}

export function describeForeignGroup(
  scope: ScopePlan,
  { targetGroup, loadBalancer }: ForeignPlan,
): JsonObject[] {
  return targetGroup
    ? [
        {
          TargetGroupArn: targetGroup.arn,
          TargetGroupName: targetGroup.name,
          Protocol: 'HTTP',
          Port: 80,
          VpcId: scope.vpcId,
          HealthCheckProtocol: 'HTTP',
          HealthCheckPort: 'traffic-port',
          HealthCheckEnabled: true,
          HealthCheckIntervalSeconds: 30,
          HealthCheckTimeoutSeconds: 5,
          HealthyThresholdCount: 5,
          UnhealthyThresholdCount: 2,
          HealthCheckPath: '/',
          Matcher: { HttpCode: '200' },
          LoadBalancerArns: [loadBalancer.arn],
          TargetType: 'instance',
          ProtocolVersion: 'HTTP1',
          IpAddressType: 'ipv4',
        },
      ]
    : [];
}

export function describeTargetHealth(
  stack: StackPlan,
  { workload, targetPort, unhealthy }: BackendPlan,
  context: MakeContext,
): JsonObject {
  return {
    TargetHealthDescriptions: podPlaces(stack.cluster, workload, context).map(
      ({ ip }, index) => ({
        Target: { Id: ip, Port: targetPort },
        HealthCheckPort: 'traffic-port',
        TargetHealth:
          index < unhealthy
            ? {
                State: 'unhealthy',
                Reason: 'Target.Timeout',
                Description: 'Request timed out',
              }
            : { State: 'healthy' },
      }),
    ),
  };
}

export function describeListeners(
  stack: StackPlan,
  { ids }: MakeContext,
): JsonObject {
  return {
    Listeners: listenersOf(stack, ids).map(
      ({ arn, port, protocol, rules }) => ({
        ListenerArn: arn,
        LoadBalancerArn: stack.loadBalancer.arn,
        Port: port,
        Protocol: protocol,
        ...(protocol === 'HTTPS' && {
          Certificates: [{ CertificateArn: certificateArn(stack) }],
          SslPolicy: 'ELBSecurityPolicy-2016-08',
        }),
        DefaultActions: [action(rules[rules.length - 1])],
      }),
    ),
  };
}

/** The rules of each listener of a stack, by the listener's ARN. */
export function describeRules(
  stack: StackPlan,
  { ids }: MakeContext,
): Array<[string, JsonObject]> {
  return listenersOf(stack, ids).map(({ arn, rules }) => [
    arn,
    {
      Rules: rules.map(rule => ({
        RuleArn: rule.arn,
        Priority: rule.priority,
        Conditions:
          rule.priority === 'default' || !rule.backend
            ? []
            : conditions(stack, rule.backend),
        Actions: [action(rule)],
        IsDefault: rule.priority === 'default',
      })),
    },
  ]);
}

function conditions(stack: StackPlan, backend: BackendPlan) {
  const siblings =
    stack.family === 'gateway'
      ? stack.backends
      : backendsOf(stack, backend.owner);
  const path = pathOf(siblings.indexOf(backend));
  return [
    {
      Field: 'host-header',
      HostHeaderConfig: { Values: [hostOf(backend.owner)] },
    },
    {
      Field: 'path-pattern',
      PathPatternConfig: {
        Values: path === '/' ? ['/*'] : [path, `${path}/*`],
      },
    },
  ];
}

function action({ backend }: ListenerPlan['rules'][number]): JsonObject {
  if (!backend) {
    return {
      Type: 'fixed-response',
      Order: 1,
      FixedResponseConfig: { StatusCode: '404', ContentType: 'text/plain' },
    };
  }
  return {
    Type: 'forward',
    Order: 1,
    ForwardConfig: {
      TargetGroups: [{ TargetGroupArn: backend.targetGroup.arn, Weight: 1 }],
      TargetGroupStickinessConfig: { Enabled: false },
    },
  };
}

export function loadBalancerAttributes(
  stack: StackPlan,
  { changed }: MakeContext,
): JsonObject {
  const network = stack.loadBalancer.type === 'network';
  const idle = changed && stack.changes ? '120' : '60';
  return attributes({
    'deletion_protection.enabled': String(isProtected(stack)),
    'access_logs.s3.enabled': 'false',
    'access_logs.s3.bucket': '',
    'access_logs.s3.prefix': '',
    'zonal_shift.config.enabled': 'false',
    'load_balancing.cross_zone.enabled': String(!network),
    ...(network
      ? { 'dns_record.client_routing_policy': 'any_availability_zone' }
      : {
          'idle_timeout.timeout_seconds': idle,
          'routing.http.desync_mitigation_mode': 'defensive',
          'routing.http.drop_invalid_header_fields.enabled': 'false',
          'routing.http2.enabled': 'true',
          'waf.fail_open.enabled': 'false',
          'client_keep_alive.seconds': '3600',
        }),
  });
}

export function targetGroupAttributes(stack: StackPlan): JsonObject {
  const network = stack.loadBalancer.type === 'network';
  return attributes({
    'deregistration_delay.timeout_seconds': '300',
    'stickiness.enabled': 'false',
    'stickiness.type': network ? 'source_ip' : 'lb_cookie',
    'load_balancing.cross_zone.enabled': 'use_load_balancer_configuration',
    ...(network
      ? { 'proxy_protocol_v2.enabled': 'false' }
      : {
          'load_balancing.algorithm.type': 'round_robin',
          'slow_start.duration_seconds': '0',
        }),
  });
}

export function attributes(pairs: Record<string, string>): JsonObject {
  return {
    Attributes: Object.entries(pairs).map(([Key, Value]) => ({ Key, Value })),
  };
}
