import { CallCounter } from './CallCounter';

describe('CallCounter', () => {
  it('counts by call, and sums by prefix', () => {
    const calls = new CallCounter();
    calls.count('kubernetes GET pods');
    calls.count('elbv2 DescribeTags');
    calls.count('elbv2 DescribeTags');
    expect(Object.entries(calls.snapshot())).toEqual([
      ['elbv2 DescribeTags', 2],
      ['kubernetes GET pods', 1],
    ]);
    expect([calls.total(), calls.total('elbv2'), calls.total('sts')]).toEqual([
      3, 2, 0,
    ]);
  });

  it('hands out copies, and begins again at zero', () => {
    const calls = new CallCounter();
    calls.mutation({ api: 'elbv2', what: 'DeleteLoadBalancer' });
    calls.mutations().pop();
    expect(calls.mutations()).toHaveLength(1);
    calls.reset();
    expect(calls.mutations()).toEqual([]);
    expect(calls.snapshot()).toEqual({});
  });
});
