import { Plan } from './planFile';

type Json = Record<string, unknown>;

function json(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : {};
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(json) : [];
}

const REFERENCES: Readonly<Record<string, string>> = {
  'AWS::ElasticLoadBalancingV2::LoadBalancer': 'load-balancer',
  'AWS::ElasticLoadBalancingV2::TargetGroup': 'target-group',
  'AWS::ElasticLoadBalancingV2::Listener': 'listener',
  'AWS::EC2::SecurityGroup': 'security-group',
};

/** A reference by kind and resource ID; undefined where it leads nowhere. */
function referenceOf(ref: string): string | undefined {
  const match = /^#\/resources\/([^/]*)\/(.*)\/status\/[^/]+$/.exec(ref);
  const kind = match && REFERENCES[match[1]];
  return kind ? `→ ${kind} ${match[2]}` : undefined;
}

/** Lists of which the order says nothing, as maps. */
const MAPS: Readonly<Record<string, (items: Json[]) => Json>> = {
  loadBalancerAttributes: byKey,
  targetGroupAttributes: byKey,
  listenerAttributes: byKey,
  subnetMapping: items =>
    Object.fromEntries(items.map(item => [String(item.subnetID), item])),
};

function byKey(items: Json[]): Json {
  return Object.fromEntries(
    // Attributes of listeners have no names of their own in the plan's JSON.
    items.map(({ key, value, Key, Value }) => [
      String(key ?? Key),
      value ?? Value,
    ]),
  );
}

function permissions(items: Json[]): Json {
  return Object.fromEntries(
    items.flatMap(({ ipProtocol, fromPort, toPort, ...sources }) =>
      [
        ...list(sources.ipRanges).map(({ cidrIP }) => cidrIP),
        ...list(sources.ipv6Ranges).map(({ cidrIPv6 }) => cidrIPv6),
        ...list(sources.ipv6Range).map(({ cidrIPv6 }) => cidrIPv6),
        ...list(sources.prefixLists).map(({ listID }) => listID),
      ].map(source => [
        `${String(ipProtocol)} ${String(fromPort)}-${String(toPort)} ${String(
          source,
        )}`,
        true,
      ]),
    ),
  );
}

/** Peers of a binding: a group or a block of addresses. */
function peer(value: Json): unknown {
  return json(value.securityGroup).groupID ?? json(value.ipBlock).cidr;
}

function walk(value: unknown, key: string, path: string): unknown {
  if (Array.isArray(value)) {
    if (Object.hasOwn(MAPS, key)) {
      return walk(MAPS[key](list(value)), '', path);
    }
    if (key === 'ingress' && path.startsWith('AWS::EC2')) {
      return permissions(list(value));
    }
    if (key === 'from') {
      return list(value).map(each => walk(peer(each), '', path));
    }
    if (key === 'certificates') {
      // Their references lead nowhere.
      return undefined;
    }
    return value.map(each => walk(each, '', path));
  }
  if (typeof value === 'object' && value !== null) {
    const { $ref } = json(value);
    if (typeof $ref === 'string') {
      return referenceOf($ref);
    }
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        name,
        walk(each, name, path),
      ]),
    );
  }
  return value;
}

/** A controller's plan, with references by name and sets as maps. */
export function normalisePlan(plan: Plan): Json {
  return Object.fromEntries(
    Object.entries(plan.resources).map(([type, resources]) => [
      type,
      walk(resources, '', type),
    ]),
  );
}
