import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  DEFAULT_PRICES,
  PriceList,
  RegionPrices,
  withPrices,
} from '@lbc-backstage/plugin-lbc-common';
import { findUnknownKeys, readRegion } from './read';

const PRICES = ['application', 'network', 'gateway', 'publicIpv4'] as const;
const OPTIONS = ['date', 'source', 'publicIpv4', 'regions'];

function readPrice(
  config: Config,
  key: string,
  path: string,
): number | undefined {
  const price = config.getOptionalNumber(key);
  if (price !== undefined && !(price >= 0)) {
    throw new InputError(
      `${path}.${key} is ${price}: give a price in USD an hour, as in 0.0225`,
    );
  }
  return price;
}

function readRegionPrices(config: Config, path: string): RegionPrices {
  return Object.fromEntries(
    PRICES.flatMap(key => {
      const price = readPrice(config, key, path);
      return price === undefined ? [] : [[key, price]];
    }),
  );
}

/** Reads `lbc.prices` over the prices that come with the product. */
export function readPrices(lbc: Config | undefined): PriceList {
  const prices = lbc?.getOptionalConfig('prices');
  if (!prices) {
    return DEFAULT_PRICES;
  }
  const path = 'lbc.prices';
  const regions = prices.getOptionalConfig('regions');
  const publicIpv4 = readPrice(prices, 'publicIpv4', path);
  const date = prices.getOptionalString('date');
  if (date !== undefined && Number.isNaN(Date.parse(date))) {
    throw new InputError(
      `${path}.date is "${date}", which is no day: write it as in '2026-11-24'`,
    );
  }
  return withPrices(DEFAULT_PRICES, {
    // An operator's prices have the operator's source, said or not.
    source: prices.getOptionalString('source') ?? path,
    ...(date !== undefined && { date }),
    ...(publicIpv4 !== undefined && { publicIpv4 }),
    regions: Object.fromEntries(
      (regions?.keys() ?? []).map(region => [
        readRegion(region, `${path}.regions`),
        readRegionPrices(
          regions!.getConfig(region),
          `${path}.regions.${region}`,
        ),
      ]),
    ),
  });
}

/** Keys of `lbc.prices` that are no option. */
export function findUnknownPriceKeys(lbc: Config | undefined): string[] {
  const prices = lbc?.getOptionalConfig('prices');
  const regions = prices?.getOptionalConfig('regions');
  return [
    ...findUnknownKeys(prices, 'lbc.prices', OPTIONS),
    ...(regions?.keys() ?? []).flatMap(region =>
      findUnknownKeys(
        regions?.getConfig(region),
        `lbc.prices.regions.${region}`,
        [...PRICES],
      ),
    ),
  ];
}
