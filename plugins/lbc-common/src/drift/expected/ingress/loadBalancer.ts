import { Fact, notModelled } from '../../facts';
import { BuildContext } from '../context';
import { controllerName } from '../parts/names';
import { keyValues, merged, num, obj, setOwn, str, strs } from '../parts/read';
import { agreed, oneOf, refuse } from '../parts/refused';
import { keptSubnets, namedSubnets } from '../parts/subnets';
import { ExpectedLoadBalancer, ExpectedSubnet } from '../types';
import { Member, groupOf, namedBy, paramsField } from './members';
import { tagsOfGroup } from './tags';

const ADDRESS_TYPES = [
  'ipv4',
  'dualstack',
  'dualstack-without-public-ipv4',
] as const;

export function schemeOf(
  context: BuildContext,
  members: readonly Member[],
): string {
  const scheme = agreed(namedBy(members, 'scheme', 'scheme'), 'scheme');
  return scheme === undefined
    ? context.settings.defaultScheme
    : oneOf(scheme, ['internet-facing', 'internal'], 'scheme');
}

export function addressTypeOf(members: readonly Member[]): string {
  const type = agreed(
    namedBy(members, 'ipAddressType', 'ip-address-type'),
    'ip-address-type',
  );
  return type === undefined
    ? 'ipv4'
    : oneOf(type, ADDRESS_TYPES, 'ip-address-type');
}

function nameOf(
  context: BuildContext,
  members: readonly Member[],
  scheme: string,
): string {
  const name = agreed(
    namedBy(members, 'loadBalancerName', 'load-balancer-name'),
    'load-balancer-name',
  );
  if (name !== undefined) {
    return name.length > 32
      ? refuse('drift.refused.name-too-long', { name })
      : name;
  }
  const { stack } = context.model;
  return controllerName({
    ...groupOf(stack),
    hash: [context.clusterName, stack, scheme],
  });
}

function subnetsOf(
  context: BuildContext,
  members: readonly Member[],
  scheme: string,
): Fact<Record<string, ExpectedSubnet>> | undefined {
  const selectors: Array<Record<string, unknown>> = [];
  const named: string[][] = [];
  for (const member of members) {
    const selector = obj(member.params?.subnets);
    const names = member.annotations.list('subnets');
    if (selector) {
      selectors.push(selector);
    } else if (names) {
      named.push(names);
    }
  }
  if (selectors.length > 0) {
    if (
      named.length > 0 ||
      new Set(selectors.map(each => JSON.stringify(each))).size > 1
    ) {
      refuse('drift.refused.conflict', {
        field: 'subnets',
        values: named.flat(),
      });
    }
    const ids = strs(selectors[0].ids);
    return ids.length > 0 ? namedSubnets(ids) : notModelled('subnet-discovery');
  }
  if (named.length > 0) {
    agreed(
      named.map(names => [...names].sort().join(',')),
      'subnets',
    );
    return namedSubnets(named[0]);
  }
  return keptSubnets(context, scheme);
}

/** Attributes that members name; the class' come first. */
function attributesOf(members: readonly Member[]): Record<string, string> {
  const ofClass = keyValues(members[0]?.params?.loadBalancerAttributes);
  return merged(
    ofClass,
    mergeNamed({
      members,
      suffix: 'load-balancer-attributes',
      decided: ofClass,
      field: 'load-balancer-attributes',
    }),
  );
}

/** Maps of an annotation, merged: a key may not have two values. */
export function mergeNamed(options: {
  members: readonly Member[];
  suffix: string;
  /** Keys about which members may disagree. */
  decided: Record<string, string>;
  field: string;
}): Record<string, string> {
  const { members, suffix, decided, field } = options;
  const result: Record<string, string> = {};
  for (const { annotations } of members) {
    for (const [key, value] of Object.entries(annotations.map(suffix) ?? {})) {
      if (
        Object.hasOwn(result, key) &&
        result[key] !== value &&
        !Object.hasOwn(decided, key)
      ) {
        refuse('drift.refused.conflict', {
          field: `${field} ${key}`,
          values: [result[key], value],
        });
      }
      setOwn(result, key, value);
    }
  }
  return result;
}

function capacityOf(
  context: BuildContext,
  members: readonly Member[],
): number | undefined {
  if (!context.settings.capacityReservation) {
    return undefined;
  }
  const units = paramsField(members[0], 'minimumLoadBalancerCapacity');
  if (units) {
    return num(units.capacityUnits);
  }
  const suffix = 'minimum-load-balancer-capacity';
  const named = mergeNamed({ members, suffix, decided: {}, field: suffix });
  return capacityUnits(named, suffix);
}

/** `CapacityUnits=100`; no other key is taken. */
export function capacityUnits(
  named: Record<string, string>,
  field: string,
): number | undefined {
  for (const [key, value] of Object.entries(named)) {
    if (key !== 'CapacityUnits' || !/^\d{1,9}$/.test(value)) {
      refuse('drift.refused.value', {
        field,
        value: `${key}=${value}`,
        allowed: ['CapacityUnits=<number>'],
      });
    }
  }
  return Object.hasOwn(named, 'CapacityUnits')
    ? Number(named.CapacityUnits)
    : undefined;
}

function ipamPoolOf(members: readonly Member[]): string | undefined {
  const ofClass = str(
    paramsField(members[0], 'ipamConfiguration')?.ipv4IPAMPoolId,
  );
  const named = members.flatMap(
    ({ annotations }) => annotations.text('ipam-ipv4-pool-id') || [],
  );
  return ofClass ?? agreed(named, 'ipam-ipv4-pool-id');
}

function customerPoolOf(members: readonly Member[]): string | undefined {
  const field = 'customer-owned-ipv4-pool';
  const pools = members.flatMap(
    ({ annotations }) => annotations.text(field) ?? [],
  );
  if (pools.includes('')) {
    refuse('drift.refused.value', { field, value: '', allowed: ['a pool ID'] });
  }
  return agreed(pools, field);
}

/** `buildLoadBalancerSpec`, but for the security groups. */
export function buildLoadBalancer(
  context: BuildContext,
  members: readonly Member[],
): ExpectedLoadBalancer {
  const scheme = schemeOf(context, members);
  const loadBalancer: ExpectedLoadBalancer = {
    name: '',
    type: 'application',
    scheme,
    ipAddressType: addressTypeOf(members),
    subnets: subnetsOf(context, members, scheme),
    customerOwnedIpv4Pool: customerPoolOf(members),
    attributes: attributesOf(members),
    tags: tagsOfGroup(context, members),
    minimumCapacity: capacityOf(context, members),
    ipv4IpamPool: ipamPoolOf(members),
  };
  loadBalancer.name = nameOf(context, members, scheme);
  return loadBalancer;
}
