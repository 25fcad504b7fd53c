import { reference } from '../../facts';
import { notModelled } from '../../facts';
import { BuildContext } from '../context';
import { parseInt32 } from '../parts/annotations';
import { controllerName } from '../parts/names';
import { portOf } from '../parts/services';
import { agreed, oneOf, refuse } from '../parts/refused';
import { namedSubnets } from '../parts/subnets';
import { ExpectedHealthCheck, ExpectedLoadBalancer } from '../types';
import { Member, groupOf, keyOf } from './members';
import { frontendGroups } from './securityGroups';
import { tagsOfGroup } from './tags';

/** Resource ID of an NLB in front of an ALB. */
export const FRONTEND_NLB = 'FrontendNlb';
const PREFIX = 'frontend-nlb';
const POLICIES = [
  'any_availability_zone',
  'partial_availability_zone_affinity',
  'availability_zone_affinity',
] as const;

function isEnabled(members: readonly Member[]): boolean {
  const asked = members.flatMap(
    ({ annotations }) => annotations.bool('enable-frontend-nlb') ?? [],
  );
  agreed(asked.map(String), 'enable-frontend-nlb');
  return asked[0] ?? false;
}

function schemeOf({ settings }: BuildContext, members: readonly Member[]) {
  const field = `${PREFIX}-scheme`;
  const scheme = agreed(
    members.flatMap(({ annotations }) => annotations.text(field) ?? []),
    field,
  );
  return scheme === undefined
    ? settings.defaultScheme
    : oneOf(scheme, ['internet-facing', 'internal'], field);
}

/** The same map from every member that names one. */
function sameMap(members: readonly Member[], suffix: string, all: boolean) {
  const maps = members.map(({ annotations }) => annotations.map(suffix));
  const named = all
    ? maps.slice(maps.findIndex(Boolean))
    : maps.filter(Boolean);
  const text = (map: Record<string, string> | undefined) =>
    JSON.stringify(Object.entries(map ?? {}).sort());
  if (maps.some(Boolean) && named.some(each => text(each) !== text(named[0]))) {
    refuse('drift.refused.conflict', {
      field: suffix,
      values: named.map(text),
    });
  }
  return maps.find(Boolean);
}

function subnetsOf(members: readonly Member[], scheme: string) {
  const lists = (suffix: string) =>
    members.flatMap(({ annotations }) => {
      const named = annotations.list(suffix);
      return named ? [named] : [];
    });
  const same = (named: string[][], field: string) =>
    agreed(
      named.map(each => [...each].sort().join(',')),
      field,
    );
  const named = lists(`${PREFIX}-subnets`);
  const addresses = lists(`${PREFIX}-eip-allocations`);
  same(named, `${PREFIX}-subnets`);
  same(addresses, `${PREFIX}-eip-allocations`);
  if (addresses.length > 0 && scheme !== 'internet-facing') {
    refuse('drift.refused.eip-internal');
  }
  if (named.length === 0) {
    return notModelled('subnet-discovery');
  }
  if (addresses.length > 0 && addresses[0].length !== named[0].length) {
    refuse('drift.refused.subnet-count', {
      field: `${PREFIX}-eip-allocations`,
    });
  }
  const subnets = namedSubnets(named[0]);
  return addresses.length === 0 || 'notModelled' in subnets
    ? subnets
    : Object.fromEntries(
        named[0].map((id, index) => [
          id,
          { allocationId: addresses[0][index] },
        ]),
      );
}

const FIELDS = {
  port: 'port',
  protocol: 'protocol',
  path: 'path',
  code: 'success-codes',
  interval: 'interval-seconds',
  timeout: 'timeout-seconds',
  healthy: 'healthy-threshold-count',
  unhealthy: 'unhealthy-threshold-count',
} as const;

type Named = { [K in keyof typeof FIELDS]?: string | number };

function namedHealthCheck({ annotations }: Member): Named {
  const suffix = (field: keyof typeof FIELDS) =>
    `${PREFIX}-healthcheck-${FIELDS[field]}`;
  const port = annotations.text(suffix('port'));
  if (
    port !== undefined &&
    port !== 'traffic-port' &&
    typeof portOf(port) !== 'number'
  ) {
    refuse('drift.refused.named-health-check-port', { port });
  }
  const protocol = annotations.text(suffix('protocol'));
  return {
    port,
    protocol:
      protocol === undefined
        ? undefined
        : oneOf(
            protocol,
            ['HTTP', 'HTTPS'],
            annotations.nameOf(suffix('protocol')),
          ),
    path: annotations.text(suffix('path')),
    code: annotations.text(suffix('code')),
    interval: annotations.int(suffix('interval')),
    timeout: annotations.int(suffix('timeout')),
    healthy: annotations.int(suffix('healthy')),
    unhealthy: annotations.int(suffix('unhealthy')),
  };
}

/** What a member names wins over what none does; two must agree. */
function mergeHealthChecks(named: readonly Named[]): ExpectedHealthCheck {
  const value = (field: keyof Named) => {
    const values = named.flatMap(each => each[field] ?? []);
    agreed(values.map(String), `${PREFIX}-healthcheck-${FIELDS[field]}`);
    return values[0];
  };
  return {
    port: String(value('port') ?? 'traffic-port'),
    protocol: String(value('protocol') ?? 'HTTP'),
    path: String(value('path') ?? '/'),
    matcher: { httpCode: String(value('code') ?? '200') },
    intervalSeconds: Number(value('interval') ?? 15),
    timeoutSeconds: Number(value('timeout') ?? 5),
    healthyThresholdCount: Number(value('healthy') ?? 2),
    unhealthyThresholdCount: Number(value('unhealthy') ?? 2),
  };
}

/** Port of the NLB to port of the ALB, of one member. */
function portsOf(
  { annotations }: Member,
  own: readonly number[],
): Map<number, number> {
  const suffix = `${PREFIX}-listener-port-mapping`;
  const mapping = Object.entries(annotations.map(suffix) ?? {}).map(
    ([from, to]): [number, number] => {
      const wrong = () =>
        refuse('drift.refused.not-number', {
          annotation: annotations.nameOf(suffix),
          value: `${from}=${to}`,
        });
      return [parseInt32(from) ?? wrong(), parseInt32(to) ?? wrong()];
    },
  );
  return mapping.length > 0
    ? new Map(mapping.filter(([, to]) => own.includes(to)))
    : new Map(own.map(port => [port, port]));
}

/** `buildFrontendNlbModel`: an NLB whose targets are the ALB. */
export function buildFrontendNlb(options: {
  context: BuildContext;
  members: readonly Member[];
  loadBalancer: ExpectedLoadBalancer;
  portsByMember: ReadonlyMap<Member, readonly number[]>;
}): void {
  const { context, members, loadBalancer, portsByMember } = options;
  if (!isEnabled(members)) {
    return;
  }
  const { model } = context;
  const scheme = schemeOf(context, members);
  const attributes = sameMap(members, `${PREFIX}-attributes`, true) ?? {};
  const policy = attributes['dns_record.client_routing_policy'];
  if (policy !== undefined) {
    oneOf(policy, POLICIES, 'dns_record.client_routing_policy');
  }
  const tags =
    sameMap(members, `${PREFIX}-tags`, false) ?? tagsOfGroup(context, members);
  const groups = frontendGroups(members);
  model.loadBalancers[FRONTEND_NLB] = {
    name: `${String(loadBalancer.name).slice(0, 28)}-nlb`,
    type: 'network',
    scheme,
    ipAddressType: loadBalancer.ipAddressType,
    subnets: subnetsOf(members, scheme),
    securityGroups: groups ?? loadBalancer.securityGroups,
    attributes,
    tags,
  };
  const ports = new Map<number, Array<{ member: Member; to: number }>>();
  for (const member of members) {
    for (const [from, to] of portsOf(member, portsByMember.get(member) ?? [])) {
      ports.set(from, [...(ports.get(from) ?? []), { member, to }]);
    }
  }
  for (const [port, asks] of ports) {
    if (asks.some(({ to }) => to !== asks[0].to)) {
      refuse('drift.refused.group-conflict', {
        what: `${PREFIX}-listener-port-mapping of port ${port}`,
        owners: asks.map(({ member }) => keyOf(member)),
      });
    }
    const healthCheck = mergeHealthChecks(
      asks.map(({ member }) => namedHealthCheck(member)),
    );
    const id = `${FRONTEND_NLB}-tg-TCP-${port}`;
    model.targetGroups[id] = {
      name: controllerName({
        ...groupOf(model.stack),
        hash: [
          context.clusterName,
          model.stack,
          port,
          'alb',
          'TCP',
          healthCheck.port,
          healthCheck.protocol,
        ],
      }),
      targetType: 'alb',
      port,
      protocol: 'TCP',
      ipAddressType: 'ipv4',
      albPort: asks[0].to,
      healthCheck,
      attributes: {},
      tags,
    };
    model.listeners[`${FRONTEND_NLB}-ls-TCP-${port}`] = {
      loadBalancer: reference('load-balancer', FRONTEND_NLB),
      port,
      protocol: 'TCP',
      defaultActions: [
        {
          type: 'forward',
          targetGroups: [{ targetGroup: reference('target-group', id) }],
        },
      ],
      attributes: {},
      tags,
    };
  }
}
