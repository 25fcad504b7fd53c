import { DEFAULT_BUCKETS, Throttle } from './throttle';

const SCOPE = { account: '1', region: 'eu-west-1', service: 'elbv2' };

describe('Throttle', () => {
  it('lets a burst pass and then as much as comes back', () => {
    let now = 0;
    const throttle = new Throttle({
      sizes: DEFAULT_BUCKETS,
      monotonicMs: () => now,
    });
    const burst = () => {
      let taken = 0;
      while (throttle.take(SCOPE)) {
        taken += 1;
      }
      return taken;
    };
    expect(burst()).toBe(200);
    now += 1000;
    expect(burst()).toBe(50);
    now += 20;
    expect(burst()).toBe(1);
    now += 3_600_000;
    expect(burst()).toBe(200);
  });

  it('has a bucket for each account, Region and service', () => {
    const throttle = new Throttle({
      sizes: { elbv2: { burst: 1, perSecond: 0 } },
      monotonicMs: () => 0,
    });
    expect(throttle.take(SCOPE)).toBe(true);
    expect(throttle.take(SCOPE)).toBe(false);
    expect(throttle.take({ ...SCOPE, account: '2' })).toBe(true);
    expect(throttle.take({ ...SCOPE, region: 'eu-west-2' })).toBe(true);
    expect(throttle.take({ ...SCOPE, service: 'tagging' })).toBe(true);
  });
});
