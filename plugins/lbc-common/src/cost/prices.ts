import { PriceList } from './types';

/**
 * The prices that come with the product. Only what a source could be named for
 * is here; in other Regions the hours are unknown until `lbc.prices` says them.
 * @public
 */
export const DEFAULT_PRICES: PriceList = {
  currency: 'USD',
  date: '2026-11-23',
  source:
    'Hours: Elastic Load Balancing in US East (N. Virginia), as published AWS samples quote them. Addresses: AWS Networking Blog, “Identify and optimize public IPv4 address usage on AWS”, the same in all Regions since 2024-02-01.',
  publicIpv4: 0.005,
  regions: {
    'us-east-1': { application: 0.0225, network: 0.0225, gateway: 0.0125 },
  },
};

/** An operator's prices over those that come with the product. @public */
export function withPrices(
  prices: PriceList,
  own:
    | (Partial<Omit<PriceList, 'currency'>> & Pick<PriceList, 'regions'>)
    | undefined,
): PriceList {
  if (!own) {
    return prices;
  }
  const regions: Record<string, PriceList['regions'][string]> = {
    ...prices.regions,
  };
  for (const [region, each] of Object.entries(own.regions)) {
    regions[region] = { ...regions[region], ...each };
  }
  return {
    ...prices,
    ...(own.date !== undefined && { date: own.date }),
    ...(own.source !== undefined && { source: own.source }),
    ...(own.publicIpv4 !== undefined && { publicIpv4: own.publicIpv4 }),
    regions,
  };
}
