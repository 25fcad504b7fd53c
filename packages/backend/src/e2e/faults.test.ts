import type { CoverageItem } from '@lbc-backstage/plugin-lbc-common';
import type { InspectedSubject } from '@lbc-backstage/plugin-lbc-backend';
import { loadBundledWorld } from 'lbc-sandbox';
import { catalogOf } from './__testUtils__/catalogOf';
import { clusterCopy } from './__testUtils__/clusterCopy';
import { FAULT_ROWS, accountOf, ruleOf } from './__testUtils__/faultRows';
import { FOREIGN_ACCOUNT, HTML, ODD_VALUE } from './__testUtils__/lists';
import { WatchedFleet } from './__testUtils__/WatchedFleet';

jest.setTimeout(600_000);

/** What is known of everything at one time. */
interface View {
  subjects: InspectedSubject[];
  coverage: CoverageItem[];
}

const NAMES = Object.keys(FAULT_ROWS);
const FAULTY = NAMES.filter(name => FAULT_ROWS[name].rule);
const HEALTHY = NAMES.filter(name => !FAULT_ROWS[name].rule);

/** Longer than each wait of the lifecycle. */
const ROUND_MINUTES = 16;

let watched: WatchedFleet;
let good: View;
let inTrouble: View;
let recovered: View;
let removedInTrouble: View;
let removed: View;

async function view(): Promise<View> {
  return {
    subjects: await watched.subjects(),
    coverage: await watched.coverage(),
  };
}

function setFaults(): void {
  for (const name of FAULTY) {
    const rule = ruleOf(name);
    if (rule) {
      watched.fleet.faults.set(name, rule);
    }
  }
}

async function roundsInTrouble(count: number): Promise<View> {
  for (let round = 0; round < count; round++) {
    // A fault that ends after some calls begins again.
    setFaults();
    await watched.round(ROUND_MINUTES);
  }
  return view();
}

/** The load balancer of a row. */
function subjectOf({ subjects }: View, name: string): InspectedSubject {
  const found = subjects.filter(({ loadBalancer }) =>
    loadBalancer?.arn.includes(`:${accountOf(name)}:`),
  );
  expect(found).toHaveLength(1);
  return found[0];
}

/** What is said of the clusters or scopes of a row. */
function coverageOf({ coverage }: View, name: string): CoverageItem[] {
  const targets = [`cluster:${name}`, `scope:${accountOf(name)}/eu-west-1`];
  return coverage.filter(({ target }) => targets.includes(target));
}

function itemOf(at: View, name: string): CoverageItem {
  const kind = FAULT_ROWS[name].told?.kind;
  const item = coverageOf(at, name).find(each => each.kind === kind);
  if (!item) {
    throw new Error(`Nothing is said of ${kind} of ${name}`);
  }
  return item;
}

beforeAll(async () => {
  const world = loadBundledWorld('ingress-alb');
  watched = await WatchedFleet.start({
    worlds: NAMES.map((name, number) => ({
      world: clusterCopy({ world, number, ...FAULT_ROWS[name] }),
      name,
      clusterName: name,
      accountId: accountOf(name),
    })),
    catalog: catalogOf([
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: 'claimant',
          namespace: 'default',
          annotations: {
            'aws.amazon.com/arn': `arn:aws:elasticloadbalancing:eu-west-1:${FOREIGN_ACCOUNT}:loadbalancer/app/theirs/0123456789abcdef`,
          },
        },
        spec: { type: 'service', owner: 'group:default/evil' },
      },
    ]),
  });
  await watched.round(ROUND_MINUTES);
  good = await view();

  inTrouble = await roundsInTrouble(2);

  watched.fleet.faults.clear();
  await watched.round(ROUND_MINUTES);
  recovered = await view();

  watched.step('03-deleted-no-controller');
  await watched.round(ROUND_MINUTES);
  watched.step('04-finalizer-removed');
  removedInTrouble = await roundsInTrouble(2);

  watched.fleet.faults.clear();
  await watched.round(ROUND_MINUTES);
  removed = await view();
});

afterAll(async () => {
  await watched?.stop();
});

it('is in service everywhere before anything goes wrong', () => {
  expect(NAMES.map(name => [name, subjectOf(good, name).state])).toEqual(
    NAMES.map(name => [name, 'in-service']),
  );
});

describe.each(FAULTY.filter(name => FAULT_ROWS[name].told))('%s', name => {
  it('is told by the coverage, and the last good list keeps its age', () => {
    const { told } = FAULT_ROWS[name];
    const before = itemOf(good, name);
    const now = itemOf(inTrouble, name);
    expect(before.coverage).toBe('complete');
    expect({
      kind: now.kind,
      coverage: now.coverage,
      reason: now.reason?.code,
    }).toEqual(told);
    expect(now.attemptedAt > before.attemptedAt).toBe(true);
    // What was read only in part is newer than what was read whole.
    const kept = told?.coverage === 'partial' ? now : before;
    expect([now.observedAt, now.items]).toEqual([kept.observedAt, kept.items]);
  });

  it('is over when it is over', () => {
    expect(itemOf(recovered, name).coverage).toBe('complete');
  });
});

describe.each(FAULTY)('%s', name => {
  it('leaves the state as it was, or makes it unknown', () => {
    expect(['in-service', 'unknown']).toContain(
      subjectOf(inTrouble, name).state,
    );
  });

  it('is in service again when it is over', () => {
    expect(subjectOf(recovered, name).state).toBe('in-service');
  });

  it('says what was missed', () => {
    const { missed } = FAULT_ROWS[name];
    const codes = subjectOf(inTrouble, name).wouldDecide?.map(
      ({ code }) => code,
    );
    expect(missed === undefined || codes?.includes(missed)).toBe(true);
  });

  it('orphans nothing, though the owner goes meanwhile', () => {
    const { state, wouldDecide } = subjectOf(removedInTrouble, name);
    expect(['stuck-deleting', 'unknown']).toContain(state);
    expect(state !== 'unknown' || wouldDecide?.length !== 0).toBe(true);
  });
});

describe.each(HEALTHY)('%s', name => {
  it('does not suffer from the others', () => {
    const before = coverageOf(good, name);
    const now = coverageOf(inTrouble, name);
    expect(now.map(({ kind, coverage }) => [kind, coverage])).toEqual(
      before.map(({ kind, coverage }) => [kind, coverage]),
    );
    expect(subjectOf(inTrouble, name).state).toBe('in-service');
    expect(
      subjectOf(inTrouble, name).observedAt > subjectOf(good, name).observedAt,
    ).toBe(true);
  });

  it('is not orphaned while a cluster is down that may use its targets', () => {
    const { state, wouldDecide } = subjectOf(removedInTrouble, name);
    expect([state, wouldDecide?.map(({ code }) => code)]).toEqual([
      'unknown',
      ['need.target-bindings'],
    ]);
  });

  it('is orphaned when all is in view again', () => {
    expect(subjectOf(removed, name)).toMatchObject({
      state: 'orphaned',
      grade: 'witnessed',
    });
  });
});

it('passes hostile texts on as they are', async () => {
  const { id } = subjectOf(inTrouble, 'hostile-texts');
  const { status, body } = await watched.backend.get(`/subjects/${id}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ tags: { note: ODD_VALUE, [HTML]: HTML } });
});

it('shows an account that a cluster names, and never calls it', async () => {
  const { body } = await watched.backend.get('/coverage?limit=1');
  expect(body).toMatchObject({
    suggestedScopes: [
      {
        accountId: FOREIGN_ACCOUNT,
        region: 'eu-west-1',
        seenIn: ['forged-arn'],
      },
    ],
  });
});

it('says of an account that an annotation names that nobody configured it', async () => {
  const calls = watched.fleet.calls.total();
  const { status, body } = await watched.backend.get(
    '/entities/by-name/component/default/claimant/load-balancers',
  );
  expect(status).toBe(200);
  expect(body).toMatchObject({ items: [], problems: [{}] });
  expect(JSON.stringify(body)).toContain(FOREIGN_ACCOUNT);
  expect(watched.fleet.calls.total()).toBe(calls);
});

it('asks each account for keys once, and writes nothing anywhere', () => {
  const { calls } = watched.fleet;
  // The first account is the portal's own.
  expect(calls.snapshot()['sts AssumeRole']).toBe(NAMES.length - 1);
  expect(calls.mutations()).toEqual([]);
});
