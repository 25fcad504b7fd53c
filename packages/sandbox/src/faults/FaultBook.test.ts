import { FaultBook, FaultRule } from './FaultBook';
import { faultKinds } from './kinds';
import { CallFacts, FaultCall, Refusals } from './types';

const DENIED = { status: 403, headers: {}, body: 'denied' };

function call(facts: Partial<CallFacts> = {}): FaultCall {
  const unused = () => {
    throw new Error('Not what this test is about');
  };
  const refusals: Refusals = {
    status: code => ({ ...DENIED, status: code }),
    denied: () => DENIED,
    throttled: unused,
    expiredCredentials: unused,
    expiredContinue: unused,
  };
  return {
    facts: {
      side: 'kubernetes',
      worlds: ['drift'],
      cluster: 'prod-1',
      what: 'ingresses',
      page: 1,
      offset: 0,
      ...facts,
    },
    refusals,
    signal: new AbortController().signal,
    now: 0,
  };
}

const denied: FaultRule = { side: 'kubernetes', fault: { kind: 'denied' } };

describe('FaultBook', () => {
  async function isDenied(book: FaultBook, facts: Partial<CallFacts> = {}) {
    const made = call(facts);
    return (await book.meet(made.facts).before(made))?.body === 'denied';
  }

  it.each<[string, Partial<FaultRule>, Partial<CallFacts>]>([
    ['side', { side: 'kubernetes' }, { side: 'aws' }],
    ['world', { world: 'drift' }, { worlds: ['stranded'] }],
    ['cluster', { cluster: 'prod-1' }, { cluster: 'edge-1' }],
    ['resource', { resource: 'ingresses' }, { what: 'pods' }],
    ['page', { page: 1 }, { page: 2 }],
  ])('matches by %s', async (_, rule, other) => {
    const book = new FaultBook();
    book.set({ ...denied, ...rule });
    expect(await isDenied(book)).toBe(true);
    expect(await isDenied(book, other)).toBe(false);
  });

  it.each<[string, Partial<FaultRule>, Partial<CallFacts>]>([
    ['account', { account: '1' }, { account: '2' }],
    ['region', { region: 'a' }, { region: 'b' }],
    ['service', { service: 'elbv2' }, { service: 'sts' }],
    ['operation', { operation: 'DescribeTags' }, { what: 'DescribeRules' }],
  ])('matches AWS by %s', async (_, rule, other) => {
    const book = new FaultBook();
    book.set({ ...denied, side: 'aws', ...rule });
    const facts: Partial<CallFacts> = {
      side: 'aws',
      account: '1',
      region: 'a',
      service: 'elbv2',
      what: 'DescribeTags',
    };
    expect(await isDenied(book, facts)).toBe(true);
    expect(await isDenied(book, { ...facts, ...other })).toBe(false);
  });

  it('begins after so many items, and ends after so many times', async () => {
    const book = new FaultBook();
    const id = book.set({ ...denied, afterItems: 500, times: 2 });
    expect(await isDenied(book, { offset: 499 })).toBe(false);
    expect(await isDenied(book, { offset: 500 })).toBe(true);
    expect(book.list()).toMatchObject([{ id, hits: 1, remaining: 1 }]);
    expect(await isDenied(book, { offset: 1000 })).toBe(true);
    expect(await isDenied(book, { offset: 1500 })).toBe(false);
    expect(book.list()).toMatchObject([{ id, hits: 2, remaining: 0 }]);
  });

  it('is switched by ids', async () => {
    const book = new FaultBook();
    expect(book.set('mine', denied)).toBe('mine');
    const other = book.set(undefined, { ...denied, resource: 'pods' });
    expect(book.list().map(each => each.id)).toEqual(['mine', other]);
    book.clear('mine');
    expect(await isDenied(book)).toBe(false);
    expect(await isDenied(book, { what: 'pods' })).toBe(true);
    book.clear();
    expect(book.list()).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['another kind', { ...denied, fault: { kind: 'nonsense' } }],
    ['values that are missing', { ...denied, fault: { kind: 'slow' } }],
    [
      'values that it does not take',
      { ...denied, fault: { kind: 'hang', ms: 1 } },
    ],
    ['a word that is none', { ...denied, clutser: 'prod-1' }],
    ['no side', { fault: { kind: 'denied' } }],
  ])('refuses a rule with %s', (_, rule) => {
    expect(() => new FaultBook().set(rule as FaultRule)).toThrow(
      'This is not a fault rule',
    );
  });

  it('refuses a fault that a side does not have', () => {
    expect(() =>
      new FaultBook().set({ ...denied, fault: { kind: 'tags-lag' } }),
    ).toThrow('The fault "tags-lag" does not exist for kubernetes');
  });

  it('has a sentence for every kind', () => {
    expect(faultKinds).toHaveLength(22);
    for (const { title, sides } of faultKinds) {
      expect(title).toMatch(/^[A-Z].*\.$/);
      expect(sides.length).toBeGreaterThan(0);
    }
  });
});
