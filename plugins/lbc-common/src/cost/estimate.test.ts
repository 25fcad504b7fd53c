import { DEFAULT_PRICES, estimateCost, withPrices } from '.';

const alb = {
  type: 'application' as const,
  region: 'us-east-1',
  scheme: 'internet-facing',
  ipAddressType: 'ipv4',
  availabilityZones: 3,
};
const codes = (messages: ReadonlyArray<{ code: string }>) =>
  messages.map(({ code }) => code);

describe('what a load balancer costs a month', () => {
  it('is its hours and a public address a zone, at least', () => {
    const cost = estimateCost(alb, DEFAULT_PRICES);
    expect(cost).toMatchObject({
      currency: 'USD',
      sure: 'at-least',
      // 0.0225 × 730 and 3 × 0.005 × 730.
      monthly: 27.38,
      parts: [{ monthly: 16.43 }, { monthly: 10.95 }],
      date: DEFAULT_PRICES.date,
    });
    expect(codes(cost.unknown)).toEqual(['cost.unknown.usage']);
  });

  it('has no address where it is internal, or has none', () => {
    for (const change of [
      { scheme: 'internal' },
      { ipAddressType: 'dualstack-without-public-ipv4' },
    ]) {
      expect(estimateCost({ ...alb, ...change }, DEFAULT_PRICES).monthly).toBe(
        16.43,
      );
    }
    expect(
      estimateCost({ ...alb, type: 'gateway' }, DEFAULT_PRICES).parts,
    ).toHaveLength(1);
  });

  it('guesses no price of another Region', () => {
    const cost = estimateCost({ ...alb, region: 'eu-west-1' }, DEFAULT_PRICES);
    expect(cost).toMatchObject({ sure: 'unknown' });
    expect(cost.monthly).toBeUndefined();
    expect(codes(cost.unknown)).toContain('cost.unknown.hours');
    // The address has a price of its own.
    expect(cost.parts).toMatchObject([{ monthly: 10.95 }]);
  });

  it('does not count addresses that nobody read', () => {
    for (const change of [{ availabilityZones: 0 }, { scheme: undefined }]) {
      const cost = estimateCost({ ...alb, ...change }, DEFAULT_PRICES);
      expect(codes(cost.unknown)).toContain('cost.unknown.addresses');
      expect(cost.monthly).toBe(16.43);
    }
  });

  it('takes an operator’s prices', () => {
    const prices = withPrices(DEFAULT_PRICES, {
      date: '2026-12-01',
      source: 'our contract',
      regions: { 'eu-west-1': { application: 0.02, publicIpv4: 0 } },
    });
    expect(estimateCost({ ...alb, region: 'eu-west-1' }, prices)).toMatchObject(
      {
        monthly: 14.6,
        source: 'our contract',
        date: '2026-12-01',
      },
    );
    expect(estimateCost(alb, prices).monthly).toBe(27.38);
    expect(withPrices(DEFAULT_PRICES, undefined)).toBe(DEFAULT_PRICES);
  });
});
