import { estimateCost } from '../../cost/estimate';
import { AwsLoadBalancer } from '../../inventory/aws';
import { message } from '../../messages';
import { distinct } from '../departure';
import { PathContext } from './input';
import { Tagged } from './tagged';
import { RemovalCost } from './types';

/** What the load balancers that are still there cost a month, at least. */
export function billOf(
  { prices }: PathContext,
  { items, notSeen }: Tagged<AwsLoadBalancer>,
): RemovalCost {
  const estimates = items.map(({ item, scope }) =>
    estimateCost(
      {
        type: item.type,
        region: scope.region,
        ...(item.scheme !== undefined && { scheme: item.scheme }),
        ...(item.ipAddressType !== undefined && {
          ipAddressType: item.ipAddressType,
        }),
        availabilityZones: item.availabilityZones.length,
      },
      prices,
    ),
  );
  const isKnown =
    (items.length > 0 || notSeen.length === 0) &&
    estimates.every(({ sure }) => sure === 'at-least');
  const sum = estimates.reduce((total, { monthly = 0 }) => total + monthly, 0);
  return {
    currency: prices.currency,
    loadBalancers: items.length,
    sure: isKnown ? 'at-least' : 'unknown',
    ...(isKnown && { monthly: Math.round(sum * 100) / 100 }),
    unknown: distinct([
      ...(notSeen.length > 0 ? [message('removal-cost.may-be-more')] : []),
      ...estimates.flatMap(({ unknown }) => unknown),
    ]),
    source: prices.source,
    date: prices.date,
  };
}
