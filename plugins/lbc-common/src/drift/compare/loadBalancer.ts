import { AwsLoadBalancer } from '../../inventory/aws';
import { StackDetail } from '../../inventory/detail';
import { isNotModelled } from '../facts';
import { ExpectedLoadBalancer, ExpectedModel } from '../expected/types';
import { Comparison } from './Comparison';
import { StackLookup } from './groups';
import { compareAttributes, compareTags } from './tags';

interface LoadBalancerOptions {
  comparison: Comparison;
  model: ExpectedModel;
  lookup: StackLookup;
  detail: StackDetail;
  resourceId: string;
  loadBalancer: AwsLoadBalancer | undefined;
}

function compareGroups(
  { comparison, lookup }: LoadBalancerOptions,
  path: string,
  expected: ExpectedLoadBalancer,
  live: AwsLoadBalancer,
): void {
  const { securityGroups } = expected;
  if (securityGroups === undefined) {
    // Without any asked for, the controller asks AWS for none.
    if (live.securityGroups.length > 0) {
      comparison.unread('drift.unread.security-groups');
    }
    return;
  }
  const unknown = isNotModelled(securityGroups)
    ? securityGroups
    : securityGroups.find(isNotModelled);
  if (unknown || isNotModelled(securityGroups)) {
    comparison.notModelled(unknown?.notModelled ?? 'security-group-names');
    return;
  }
  const ids = securityGroups.map(group =>
    isNotModelled(group) ? undefined : lookup.securityGroupId(group),
  );
  if (ids.includes(undefined)) {
    comparison.unread('drift.unread.security-groups');
    return;
  }
  comparison.check({
    path: `${path}.securityGroups`,
    code: 'drift.found.security-groups',
    expected: [...new Set(ids)].sort().join(', '),
    live: [...live.securityGroups].sort().join(', '),
  });
}

function compareSubnets(
  { comparison }: LoadBalancerOptions,
  path: string,
  { subnets }: ExpectedLoadBalancer,
  live: AwsLoadBalancer,
): void {
  if (subnets === undefined) {
    return;
  }
  if (isNotModelled(subnets)) {
    comparison.notModelled(subnets.notModelled);
    return;
  }
  comparison.check({
    path: `${path}.subnets`,
    code: 'drift.found.subnets',
    expected: Object.keys(subnets).sort().join(', '),
    live: live.availabilityZones
      .flatMap(({ subnetId }) => subnetId ?? [])
      .sort()
      .join(', '),
  });
  if (Object.values(subnets).some(each => Object.keys(each).length > 0)) {
    comparison.unread('drift.unread.addresses');
  }
}

/** The load balancer itself: what replaces it, what is set, its tags. */
export function compareLoadBalancer(options: LoadBalancerOptions): void {
  const { comparison, model, detail, resourceId, loadBalancer: live } = options;
  const expected = model.loadBalancers[resourceId];
  const path = `loadBalancers.${resourceId}`;
  if (live) {
    comparison.check({
      path: `${path}.type`,
      code: 'drift.found.type',
      expected: expected.type,
      live: live.type,
      kind: 'replaces',
    });
    comparison.check({
      path: `${path}.scheme`,
      code: 'drift.found.scheme',
      expected: expected.scheme,
      live: live.scheme,
      kind: 'replaces',
    });
    comparison.check({
      path: `${path}.name`,
      code: 'drift.found.name',
      expected: expected.name,
      live: live.name,
      kind: 'ignored',
    });
    if (live.ipAddressType === undefined) {
      comparison.unread('drift.unread.load-balancer');
    } else {
      comparison.check({
        path: `${path}.ipAddressType`,
        code: 'drift.found.ip-address-type',
        expected: expected.ipAddressType,
        live: live.ipAddressType,
      });
    }
    compareSubnets(options, path, expected, live);
    compareGroups(options, path, expected, live);
  } else {
    comparison.unread('drift.unread.load-balancer');
  }
  compareAttributes({
    comparison,
    path,
    expected: expected.attributes,
    live: detail.loadBalancerAttributes,
  });
  compareTags({
    comparison,
    model,
    path,
    resourceId,
    tags: expected.tags,
    live: detail.tags?.[detail.loadBalancerArn],
  });
  const isMore =
    expected.customerOwnedIpv4Pool !== undefined ||
    expected.ipv4IpamPool !== undefined ||
    expected.minimumCapacity !== undefined ||
    expected.inboundRulesOnPrivateLink !== undefined ||
    expected.enablePrefixForIpv6SourceNat === 'on' ||
    model.webAcl !== undefined ||
    model.shield !== undefined;
  if (isMore) {
    comparison.unread('drift.unread.add-ons');
  }
}
