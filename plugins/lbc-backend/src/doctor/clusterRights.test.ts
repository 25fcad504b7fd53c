import {
  diagnose,
  KUBERNETES_RIGHTS,
  KubernetesRight,
  message,
} from '@lbc-backstage/plugin-lbc-common';
import { Fleet, loadBundledWorld } from 'lbc-sandbox';
import { Portal, startPortal } from '../sources/__testUtils__/portal';
import { expectOnlyReads } from '../sources/__testUtils__/mutations';
import { Readings } from '../sources/__testUtils__/readings';
import { ProxyKubernetesSource } from '../sources';
import { inputOf } from './__testUtils__/inputOf';

jest.setTimeout(120_000);

const CLUSTER = 'gate-1';
const PROVES_ABSENCE = ['complete', 'absent'];

/** What every user may ask by default, by the sandbox's names. */
const OPEN = ['version', 'discovery'];

/** Where no Lease is seen, the lock of old releases is asked for. */
const ALONG: Record<string, string[]> = {
  leases: ['configMaps'],
  configMaps: ['leases'],
};

let fleet: Fleet;
let portal: Portal;
let source: ProxyKubernetesSource;

beforeAll(async () => {
  fleet = await Fleet.start({
    worlds: [{ world: loadBundledWorld('gateway-alb'), clusterName: CLUSTER }],
  });
  portal = await startPortal({ config: fleet.backstageConfig() });
  source = ProxyKubernetesSource.create({ ...portal, clock: Date });
});

afterEach(() => fleet.faults.clear());

afterAll(async () => {
  expectOnlyReads(fleet);
  await portal?.stop();
  await fleet?.stop();
});

function refuse(...resources: string[]) {
  for (const resource of resources) {
    const fault = { kind: 'denied' } as const;
    fleet.faults.set({ side: 'kubernetes', resource, fault });
  }
}

/** What a sweep and the reading of a stack see, and what the doctor says of it. */
async function examine() {
  const { all } = await Readings.of(source, CLUSTER);
  const { notRead } = await source.readWorkloads({
    cluster: CLUSTER,
    services: [
      {
        targetGroupArn: '',
        targetBinding: 'web',
        namespace: 'shop',
        name: 'web',
        selector: { app: 'web' },
      },
    ],
    targetIds: ['i-0123456789abcdef0'],
    signal: new AbortController().signal,
  });
  const diagnosis = diagnose(
    inputOf({
      id: `cluster:${CLUSTER}`,
      kind: 'cluster',
      name: CLUSTER,
      sources: all,
      notRead,
    }),
  );
  return {
    absent: all.filter(({ coverage }) => coverage === 'absent'),
    whole: all.every(({ coverage }) => PROVES_ABSENCE.includes(coverage)),
    denied: diagnosis.targets[0].findings.flatMap(({ code, right }) =>
      code === 'kind-denied' ? [right] : [],
    ),
  };
}

const BY_NAME = KUBERNETES_RIGHTS.map(right => [right.kind, right] as const);

describe('with exactly the rights of the table', () => {
  let absent: Set<string>;

  it('everything is read', async () => {
    // What the table does not have is denied, as a Secret would be.
    refuse('secrets', 'jobs', 'daemonsets', 'statefulsets');
    const found = await examine();
    expect(found).toMatchObject({ whole: true, denied: [] });
    absent = new Set(found.absent.map(({ kind }) => kind));
    // It asks for nothing that the table does not have.
    const allowed = new Set(KUBERNETES_RIGHTS.map(each => each.resource));
    const asked = Object.keys(fleet.calls.snapshot())
      .filter(call => call.startsWith('kubernetes '))
      .map(call => call.split(' ').at(-1) ?? '');
    expect(asked.length).toBeGreaterThan(20);
    expect(
      asked.filter(each => !allowed.has(each) && !OPEN.includes(each)),
    ).toEqual([]);
  });

  it.each(BY_NAME)('without %s, the doctor names it', async (kind, right) => {
    if (absent.has(kind)) {
      // It is not installed, so nobody asks for it.
      return;
    }
    refuse(...resourcesOf(right));
    const { denied } = await examine();
    expect(denied).toContain(kind);
    // Resources of one name in two groups go together here, and locks too.
    expect(
      denied.filter(each => each !== kind && !ALONG[kind]?.includes(each!)),
    ).toEqual([]);
  });
});

function resourcesOf({ kind, resource }: KubernetesRight): string[] {
  switch (kind) {
    case 'version':
      return ['version'];
    case 'configMaps':
      return ['configmaps', 'leases'];
    default:
      return [resource];
  }
}

it('reads nothing where nothing is allowed, and says what to apply', async () => {
  refuse(
    ...new Set(KUBERNETES_RIGHTS.flatMap(right => resourcesOf(right))),
    'discovery',
  );
  const { all } = await Readings.of(source, CLUSTER);
  const diagnosis = diagnose(
    inputOf({
      id: `cluster:${CLUSTER}`,
      kind: 'cluster',
      name: CLUSTER,
      problem:
        all.find(({ reason }) => reason)?.reason ??
        message('sweep.nothing-read'),
      sources: all,
      notRead: [],
    }),
  );
  expect(diagnosis).toMatchObject({
    verdict: 'nothing-seen',
    targets: [{ findings: [{ code: 'cluster-denies-everything' }] }],
  });
});
