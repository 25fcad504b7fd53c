import type { StackPair } from '../StackPair';
import { setText } from '../texts';
import { compareAttributes, compareTags } from './tags';

/** The load balancer itself: another one is replaced, whatever its name. */
export function compareLoadBalancer(pair: StackPair): void {
  const { changes, before, after, foreign } = pair;
  const was = before.detail.loadBalancer;
  const is = after.detail.loadBalancer;
  const path = 'loadBalancers.LoadBalancer';
  const replaced = before.loadBalancerArn !== after.loadBalancerArn;
  if (replaced) {
    // A spec may ask for another scheme or kind, which only a new one has.
    const asked =
      was && is && (was.scheme !== is.scheme || was.type !== is.type);
    changes.add({
      kind: 'replaced',
      path: 'loadBalancers.LoadBalancer',
      code: 'verification.found.load-balancer-replaced',
      params: { dnsBefore: before.dnsName, dnsAfter: after.dnsName },
      before: before.loadBalancerArn,
      after: after.loadBalancerArn,
      beyondOwners: !asked && !pair.ownerRecreated,
    });
  } else {
    changes.check({
      path: `${path}.dnsName`,
      code: 'verification.found.setting',
      params: { setting: 'DNS name', ofPlace: path },
      before: before.dnsName,
      after: after.dnsName,
      beyondOwners: true,
    });
  }
  if (was && is) {
    const facts: Array<[string, string | undefined, string | undefined]> = [
      ['type', was.type, is.type],
      ['scheme', was.scheme, is.scheme],
      ['VPC', was.vpcId, is.vpcId],
      ['IP address type', was.ipAddressType, is.ipAddressType],
      [
        'subnets',
        setText(was.availabilityZones.map(zone => zone.subnetId ?? '')),
        setText(is.availabilityZones.map(zone => zone.subnetId ?? '')),
      ],
      [
        'security groups',
        setText(was.securityGroups.map(id => pair.groupName(before, id))),
        setText(is.securityGroups.map(id => pair.groupName(after, id))),
      ],
    ];
    for (const [setting, earlier, later] of facts) {
      changes.check({
        path: `${path}.${setting}`,
        code: 'verification.found.setting',
        params: { setting, ofPlace: path },
        before: earlier,
        after: later ?? '',
        kind: 'changed',
      });
    }
  } else {
    changes.unread('verification.unread.load-balancer');
  }
  compareAttributes({
    changes,
    path,
    before: before.detail.loadBalancerAttributes,
    after: after.detail.loadBalancerAttributes,
  });
  compareTags({
    changes,
    path,
    before: before.detail.tags?.[before.loadBalancerArn],
    after: after.detail.tags?.[after.loadBalancerArn],
    foreign,
  });
}
