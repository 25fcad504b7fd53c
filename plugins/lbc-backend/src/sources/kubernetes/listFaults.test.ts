import {
  CLUSTER,
  FaultyCluster,
  INGRESSES,
} from '../__testUtils__/faultyCluster';
import { expectOnlyReads } from '../__testUtils__/mutations';
import { Readings } from '../__testUtils__/readings';

jest.setTimeout(60_000);

let faulty: FaultyCluster;

beforeAll(async () => {
  faulty = await FaultyCluster.start();
}, 120_000);

beforeEach(() => faulty.reset());

afterEach(() => {
  expectOnlyReads(faulty.fleet);
});

afterAll(() => faulty?.stop(), 60_000);

/** What became of the kind with the fault, and of all others that were read. */
function outcomeOf(readings: Readings) {
  const { coverage, reason, items, observedAt } = readings.get('ingresses');
  const { ingresses: _, ...others } = readings.incomplete();
  return {
    coverage,
    code: reason?.code,
    items: items.length,
    dated: observedAt !== undefined,
    others,
  };
}

function broken(coverage: 'failed' | 'denied', code: string) {
  return { coverage, code, items: 0, dated: false, others: {} };
}

const COMPLETE = {
  coverage: 'complete',
  code: undefined,
  items: INGRESSES,
  dated: true,
  others: {},
};

const secondPage = { resource: 'ingresses', page: 2 };

describe('one kind', () => {
  it('is complete page by page', async () => {
    const readings = await Readings.of(faulty.source, CLUSTER, {
      until: 'services',
    });
    expect(outcomeOf(readings)).toEqual(COMPLETE);
    expect(faulty.ingressCalls).toBe(3);
  });

  it('that is denied stops no other', async () => {
    const readings = await faulty.sweepWith(
      { kind: 'denied' },
      { until: 'end' },
    );
    expect(outcomeOf(readings)).toEqual({
      ...broken('denied', 'source.cluster-denies'),
      others: {},
    });
    expect(readings.get('ingresses').reason?.params).toMatchObject({
      cluster: CLUSTER,
      resource: 'ingresses.networking.k8s.io',
      detail: expect.stringContaining('is forbidden'),
    });
  });

  it('fails on 5xx in mid-list, without half a list', async () => {
    const readings = await faulty.sweepWith(
      { kind: 'status', code: 500 },
      { on: secondPage },
    );
    expect(outcomeOf(readings)).toEqual(
      broken('failed', 'source.server-error'),
    );
  });

  it.each([
    ['JSON that is none', { kind: 'wrong-json' }],
    ['another kind of JSON', { kind: 'wrong-json', body: '[1,2,3]' }],
    ['null', { kind: 'wrong-json', body: 'null' }],
    ['a web page', { kind: 'wrong-json', body: '<html>Log in</html>' }],
    ['gzip that is none', { kind: 'garbage-gzip' }],
  ] as const)('fails on %s', async (_, fault) => {
    const readings = await faulty.sweepWith(fault, { on: secondPage });
    expect(outcomeOf(readings)).toEqual(broken('failed', 'source.not-json'));
  });

  it.each([
    ['half a page', { kind: 'half-body' }],
    ['no answer', { kind: 'hang' }],
  ] as const)('fails on %s when its time is up', async (_, fault) => {
    const readings = await faulty.sweepWith(fault, {
      on: secondPage,
      source: faulty.create({ timeoutMs: 2000 }),
    });
    expect(outcomeOf(readings)).toEqual(broken('failed', 'source.timed-out'));
  });

  it('fails on a page that is too large', async () => {
    const readings = await faulty.sweepWith({
      kind: 'huge-object',
      bytes: 65 * 1024 * 1024,
    });
    expect(outcomeOf(readings)).toEqual(
      broken('failed', 'source.page-too-large'),
    );
  });
});

describe('a list that expires', () => {
  it('is begun again, once', async () => {
    const readings = await faulty.sweepWith(
      { kind: 'expire-continue' },
      { on: { ...secondPage, times: 1 } },
    );
    expect(outcomeOf(readings)).toEqual(COMPLETE);
    expect(faulty.ingressCalls).toBe(5);
  });

  it('is gone on with when it expires again, and is partial', async () => {
    const readings = await faulty.sweepWith(
      { kind: 'expire-continue' },
      { on: { ...secondPage, times: 2 } },
    );
    expect(outcomeOf(readings)).toEqual({
      ...COMPLETE,
      coverage: 'partial',
      code: 'source.list-inconsistent',
    });
  });

  it('fails when it never stops expiring', async () => {
    const readings = await faulty.sweepWith({ kind: 'expire-continue' });
    expect(outcomeOf(readings)).toEqual(
      broken('failed', 'source.list-expired'),
    );
    expect(faulty.ingressCalls).toBeLessThanOrEqual(10);
  });
});

describe('a list that does not go on as it should', () => {
  it('fails when a page repeats', async () => {
    const readings = await faulty.sweepWith({ kind: 'repeat-page' });
    expect(outcomeOf(readings)).toEqual(
      broken('failed', 'source.page-repeated'),
    );
  });

  it('fails when its pages name themselves', async () => {
    const readings = await faulty.sweepWith({ kind: 'continue-loop' });
    expect(readings.get('ingresses').coverage).toBe('failed');
    expect(faulty.ingressCalls).toBeLessThanOrEqual(3);
  });

  it('is complete with an empty page in the middle', async () => {
    const readings = await faulty.sweepWith(
      { kind: 'empty-page-in-middle' },
      { on: secondPage },
    );
    expect(outcomeOf(readings)).toEqual(COMPLETE);
  });
});

describe('objects that are not what they should be', () => {
  it('are left out and counted', async () => {
    const readings = await faulty.sweepWith(
      { kind: 'wrong-type', path: 'spec.rules', value: 'none' },
      { on: secondPage },
    );
    expect(outcomeOf(readings)).toEqual({
      ...COMPLETE,
      coverage: 'partial',
      code: 'source.malformed-items',
      items: INGRESSES - 500,
    });
    expect(readings.get('ingresses').reason?.params).toEqual({
      count: 500,
      example: 'spec.rules of web-0500',
    });
  });

  it('fail the kind when there is nothing else', async () => {
    const readings = await faulty.sweepWith({
      kind: 'wrong-type',
      path: 'metadata',
      value: 7,
    });
    expect(outcomeOf(readings)).toEqual(
      broken('failed', 'source.malformed-items'),
    );
  });

  it('may have names that look like something else', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const readings = await faulty.sweepWith(
      { kind: 'wrong-type', path: 'metadata.name', value: name },
      { on: { resource: 'ingressclasses' } },
    );
    const [ingressClass] = readings.get('ingressClasses').items;
    expect(ingressClass.metadata.name).toBe(name);
  });
});

describe('a busy server', () => {
  it('is asked again, as late as it says', async () => {
    const readings = await faulty.sweepWith(
      { kind: 'retry-after', seconds: 3, code: 503 },
      { on: { ...secondPage, times: 2 } },
    );
    expect(outcomeOf(readings)).toEqual(COMPLETE);
    expect(faulty.delays).toEqual([3000, 3000]);
  });

  it('is not asked for ever', async () => {
    const readings = await faulty.sweepWith({ kind: 'throttle' });
    expect(outcomeOf(readings)).toEqual(
      broken('failed', 'source.come-back-later'),
    );
    expect(faulty.delays).toEqual([1000, 1000]);
  });

  it('is not waited for longer than is reasonable', async () => {
    const readings = await faulty.sweepWith({
      kind: 'retry-after',
      seconds: 3600,
    });
    expect(readings.get('ingresses').coverage).toBe('failed');
    expect(faulty.delays).toEqual([]);
  });

  it('may reset a connection now and then', async () => {
    const readings = await faulty.sweepWith(
      { kind: 'reset' },
      { on: { resource: 'ingresses', times: 2 } },
    );
    expect(outcomeOf(readings)).toEqual(COMPLETE);
    expect(faulty.delays).toEqual([500, 1000]);
  });
});
