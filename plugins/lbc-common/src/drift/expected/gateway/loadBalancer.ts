import { GatewayListener, GatewayObject } from '../../../inventory/objects';
import { Fact, Reference, isNotModelled, notModelled } from '../../facts';
import { BuildContext } from '../context';
import { controllerName } from '../parts/names';
import {
  Json,
  bool,
  keyValues,
  num,
  obj,
  objs,
  str,
  strs,
} from '../parts/read';
import { oneOf, refuse } from '../parts/refused';
import {
  MANAGED_DESCRIPTION,
  MANAGED_SECURITY_GROUP,
  backendSecurityGroup,
  managedSecurityGroup,
  namedSecurityGroups,
  pathMtuPermission,
  permission,
} from '../parts/securityGroups';
import { hasIpv6 } from '../parts/services';
import { keptSubnets, namedSubnets } from '../parts/subnets';
import { ExpectedLoadBalancer, ExpectedSubnet } from '../types';

const FIELDS = [
  ['eipAllocation', 'allocationId', 'internet-facing'],
  ['privateIPv4Allocation', 'privateIpv4Address', 'internal'],
  ['ipv6Allocation', 'ipv6Address', 'dualstack'],
  ['sourceNatIPv6Prefix', 'sourceNatIpv6Prefix', 'dualstack'],
] as const;

function subnetsOf(
  context: BuildContext,
  config: Json,
  options: { type: 'alb' | 'nlb'; scheme: string; ipAddressType: string },
): Fact<Record<string, ExpectedSubnet>> | undefined {
  const { type, scheme, ipAddressType } = options;
  const subnets = objs(config.loadBalancerSubnets);
  const ids = subnets.map(each => str(each.identifier) ?? '');
  for (const [field, , needs] of FIELDS) {
    const named = subnets.filter(each => str(each[field]) !== undefined);
    if (named.length > 0 && named.length < subnets.length) {
      refuse('drift.refused.subnet-count', { field });
    }
    if (
      named.length > 0 &&
      (type === 'alb' || (needs !== scheme && needs !== ipAddressType))
    ) {
      refuse('drift.refused.addresses', { annotation: field, needs });
    }
  }
  if (ids.length === 0 || ids[0] === '') {
    const selector = obj(config.loadBalancerSubnetsSelector);
    return selector && Object.keys(selector).length > 0
      ? notModelled('subnet-discovery')
      : keptSubnets(context, scheme);
  }
  if (ids.includes('')) {
    refuse('drift.refused.subnet-count', { field: 'identifier' });
  }
  const known = namedSubnets(ids);
  return isNotModelled(known)
    ? known
    : Object.fromEntries(
        subnets.map((subnet, index) => [
          ids[index],
          Object.fromEntries(
            FIELDS.flatMap(([field, name]) => {
              const value = str(subnet[field]);
              return value === undefined ? [] : [[name, value]];
            }),
          ),
        ]),
      );
}

function ingressOf(
  config: Json,
  listeners: readonly GatewayListener[],
  ipAddressType: string,
): Record<string, true> {
  const ranges =
    config.sourceRanges === undefined
      ? ['0.0.0.0/0', '::/0']
      : strs(config.sourceRanges);
  const allowed = ranges.filter(
    range => !range.includes(':') || hasIpv6(ipAddressType),
  );
  const ingress: Record<string, true> = {};
  for (const { port = 0, protocol } of listeners) {
    const own = protocol === 'UDP' ? 'udp' : 'tcp';
    for (const source of [...allowed, ...strs(config.securityGroupPrefixes)]) {
      ingress[permission(own, port, port, source)] = true;
    }
    if (bool(config.enableICMP)) {
      allowed.forEach(range => {
        ingress[pathMtuPermission(range)] = true;
      });
    }
  }
  return ingress;
}

/** What the groups of a Gateway's load balancer are. */
export interface GatewayGroups {
  groups: Fact<Array<Fact<Reference | string>>> | undefined;
  backend: Reference | string | undefined;
}

/** `buildSecurityGroups` of a Gateway. */
export function buildGatewayGroups(options: {
  context: BuildContext;
  gateway: GatewayObject;
  type: 'alb' | 'nlb';
  config: Json;
  listeners: readonly GatewayListener[];
  ipAddressType: string;
  tags: Record<string, string>;
}): GatewayGroups {
  const { context, gateway, type, config, listeners } = options;
  const { settings, model } = context;
  if (type === 'nlb' && bool(config.disableSecurityGroup)) {
    return { groups: undefined, backend: undefined };
  }
  const shared = backendSecurityGroup(settings);
  const names = strs(config.securityGroups);
  if (names.length === 0) {
    const { namespace, name, uid } = gateway.metadata;
    model.securityGroups[MANAGED_SECURITY_GROUP] = {
      name: controllerName({
        namespace,
        name,
        hash: [context.clusterName, name, namespace, uid],
      }),
      description: MANAGED_DESCRIPTION,
      tags: options.tags,
      ingress: ingressOf(config, listeners, options.ipAddressType),
    };
    const managed = managedSecurityGroup();
    return settings.enableBackendSecurityGroup
      ? { groups: [managed, shared], backend: shared }
      : { groups: [managed], backend: managed };
  }
  const groups: Array<Fact<Reference | string>> = namedSecurityGroups(names);
  const isManaged = bool(config.manageBackendSecurityGroupRules) === true;
  if (isManaged && !settings.enableBackendSecurityGroup) {
    refuse('drift.refused.backend-security-group-off');
  }
  if (isManaged) {
    groups.push(shared);
  }
  return {
    groups: groups.find(isNotModelled) ?? groups,
    backend: isManaged ? shared : undefined,
  };
}

/** `buildLoadBalancerSpec` of a Gateway, but for the security groups. */
export function buildGatewayLoadBalancer(options: {
  context: BuildContext;
  gateway: GatewayObject;
  type: 'alb' | 'nlb';
  config: Json;
  tags: Record<string, string>;
}): ExpectedLoadBalancer & { scheme: string } {
  const { context, gateway, type, config, tags } = options;
  const { namespace, name, uid } = gateway.metadata;
  const scheme = oneOf(
    str(config.scheme) ?? context.settings.defaultScheme,
    ['internet-facing', 'internal'],
    'scheme',
  );
  const ipAddressType = oneOf(
    str(config.ipAddressType) ?? 'ipv4',
    ['ipv4', 'dualstack', 'dualstack-without-public-ipv4'],
    'ipAddressType',
  );
  const isNlb = type === 'nlb';
  const units = num(obj(config.minimumLoadBalancerCapacity)?.capacityUnits);
  const hasSourceNat =
    str(objs(config.loadBalancerSubnets)[0]?.sourceNatIPv6Prefix) !== undefined;
  return {
    name:
      str(config.loadBalancerName) ??
      controllerName({
        namespace,
        name,
        hash: [context.clusterName, uid, scheme],
      }),
    type: isNlb ? 'network' : 'application',
    scheme,
    ipAddressType,
    subnets: subnetsOf(context, config, { type, scheme, ipAddressType }),
    attributes: keyValues(config.loadBalancerAttributes),
    tags,
    ...(isNlb
      ? {
          enablePrefixForIpv6SourceNat: hasSourceNat ? 'on' : 'off',
          inboundRulesOnPrivateLink: str(
            config.enforceSecurityGroupInboundRulesOnPrivateLinkTraffic,
          ),
        }
      : {
          customerOwnedIpv4Pool: str(config.customerOwnedIpv4Pool),
          ipv4IpamPool: str(config.ipv4IPAMPoolId),
        }),
    minimumCapacity: units ? units : undefined,
  };
}
