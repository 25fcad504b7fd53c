import { ConfigReader } from '@backstage/config';
import { DEFAULT_PRICES } from '@lbc-backstage/plugin-lbc-common';
import { readLbcConfig } from './readLbcConfig';

const ARN =
  'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/k8s-shop-web-5c8ac0cc82/50bc2014f49eb5de';

it('reads what operators confirm', () => {
  const { confirmed, unknownKeys } = readLbcConfig(
    new ConfigReader({
      lbc: {
        confirmedOrphans: [{ arn: ARN, by: 'ann', at: '2026-11-24' }],
        confirmedGoneNamespaces: [
          { cluster: 'prod-1', namespace: 'shop', by: 'ann', at: '2026-11-24' },
        ],
        confirmedLosses: [{ cluster: 'prod-1', by: 'ann', at: '2026-11-24' }],
      },
    }),
  );
  const at = '2026-11-24T00:00:00.000Z';
  expect(confirmed).toEqual({
    orphans: [{ arn: ARN, by: 'ann', at }],
    goneNamespaces: [{ cluster: 'prod-1', namespace: 'shop', by: 'ann', at }],
    losses: [{ cluster: 'prod-1', by: 'ann', at }],
  });
  expect(unknownKeys).toEqual([]);
});

it('reads prices over those that come with the product', () => {
  const { prices, unknownKeys } = readLbcConfig(
    new ConfigReader({
      lbc: {
        prices: {
          date: '2026-12-01',
          regions: { 'eu-west-1': { application: 0.0252, klassic: 1 } },
        },
      },
    }),
  );
  expect(prices).toMatchObject({
    date: '2026-12-01',
    source: 'lbc.prices',
    publicIpv4: 0.005,
    regions: {
      'us-east-1': DEFAULT_PRICES.regions['us-east-1'],
      'eu-west-1': { application: 0.0252 },
    },
  });
  expect(unknownKeys).toEqual(['lbc.prices.regions.eu-west-1.klassic']);
  expect(readLbcConfig(new ConfigReader({})).prices).toBe(DEFAULT_PRICES);
});
