import { Message, message } from '../messages';
import { CostEstimate, CostPart, PriceList } from './types';

/** Hours in a month, as AWS' own calculator counts. */
export const HOURS_PER_MONTH = 730;

/** What a load balancer's bill depends on. @public */
export interface BilledLoadBalancer {
  type: 'application' | 'network' | 'gateway';
  region?: string;
  scheme?: string;
  ipAddressType?: string;
  /** 0 where it was not read. */
  availabilityZones: number;
}

function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}

function addresses(
  { scheme, ipAddressType, availabilityZones, type }: BilledLoadBalancer,
  price: number | undefined,
): { part?: CostPart; unknown?: Message } {
  if (type === 'gateway' || scheme === 'internal') {
    return {};
  }
  if (ipAddressType === 'dualstack-without-public-ipv4') {
    return {};
  }
  if (scheme === undefined || availabilityZones === 0) {
    return { unknown: message('cost.unknown.addresses') };
  }
  if (price === undefined) {
    return { unknown: message('cost.unknown.address-price') };
  }
  return {
    part: {
      message: message('cost.addresses', {
        count: availabilityZones,
        price,
      }),
      monthly: cents(availabilityZones * price * HOURS_PER_MONTH),
    },
  };
}

/**
 * What a load balancer costs a month merely by being there: its hours, and a
 * public address a zone. Usage comes on top and is never guessed.
 * @public
 */
export function estimateCost(
  loadBalancer: BilledLoadBalancer,
  prices: PriceList,
): CostEstimate {
  const { region, type } = loadBalancer;
  const own = region === undefined ? undefined : prices.regions[region];
  const hour = own?.[type];
  const parts: CostPart[] = [];
  const unknown: Message[] = [message('cost.unknown.usage')];
  if (hour === undefined) {
    unknown.unshift(message('cost.unknown.hours', { region: region ?? '?' }));
  } else {
    parts.push({
      message: message('cost.hours', {
        hours: HOURS_PER_MONTH,
        price: hour,
        region: region ?? '?',
      }),
      monthly: cents(hour * HOURS_PER_MONTH),
    });
  }
  const address = addresses(loadBalancer, own?.publicIpv4 ?? prices.publicIpv4);
  if (address.part) {
    parts.push(address.part);
  }
  if (address.unknown) {
    unknown.push(address.unknown);
  }
  return {
    currency: prices.currency,
    sure: hour === undefined ? 'unknown' : 'at-least',
    ...(hour !== undefined && {
      monthly: cents(parts.reduce((sum, { monthly = 0 }) => sum + monthly, 0)),
    }),
    parts,
    unknown,
    source: prices.source,
    date: prices.date,
  };
}
