import type { ReleaseCorrection } from '../../knowledge/types';
import { DefaultKnowledge } from '../DefaultKnowledge';
import { checkCorrection, KnowledgeCorrectionError, readCorrections } from '.';

function correct(...releases: ReleaseCorrection[]): DefaultKnowledge {
  return DefaultKnowledge.create({
    corrections: readCorrections({ releases }, { by: 'us' }),
  });
}

const note = { text: 'It is ours.', sources: ['us'] };

it('replaces CRDs and webhooks by name, policies by file, values by path', async () => {
  const before = await DefaultKnowledge.create().load('v3.5.0');
  const after = await correct({
    version: 'v3.5.0',
    crds: [
      {
        name: 'targetgroupbindings.elbv2.k8s.aws',
        kind: 'TargetGroupBinding',
        scope: 'Namespaced',
        versions: [],
        inChart: false,
      },
    ],
    iam: { cn: [] },
    chartValues: { replicaCount: 3 },
    flags: { 'our-flag': { type: 'string', default: '' }, kubeconfig: null },
    clientGo: 'v0.40.0',
    breakingChanges: [note],
  }).load('v3.5.0');
  expect(after).toMatchObject({
    correctedBy: 'us',
    clientGo: 'v0.40.0',
    commit: before?.commit,
    webhooks: before?.webhooks,
    iam: { aws: before?.iam.aws, cn: [] },
  });
  expect(after?.crds).toHaveLength(7);
  expect(after?.crds.filter(({ versions }) => !versions.length)).toHaveLength(
    1,
  );
  expect(after?.chartValues).toEqual({
    ...before?.chartValues,
    replicaCount: 3,
  });
  expect(after?.flags).toHaveProperty('our-flag');
  expect(after?.flags).not.toHaveProperty('kubeconfig');
  expect(after?.breakingChanges).toEqual([
    ...(before?.breakingChanges ?? []),
    note,
  ]);
});

it('leaves every other release as it is', async () => {
  const plain = await DefaultKnowledge.create().load('v3.4.3');
  const corrected = correct({ version: 'v3.5.0', gates: { A: true } });
  expect(await corrected.load('v3.4.3')).toEqual(plain);
  expect(plain).not.toHaveProperty('correctedBy');
});

it('adds a release like another, also like one that was added before', async () => {
  const knowledge = correct(
    { version: 'v3.6.0', basedOn: 'v3.5.0', gates: { A: true } },
    { version: 'v3.6.1', basedOn: 'v3.6.0', gates: { B: true } },
    { version: 'v3.6.0', gates: { C: true } },
  );
  expect(knowledge.releases.slice(-2).map(({ version }) => version)).toEqual([
    'v3.6.0',
    'v3.6.1',
  ]);
  expect((await knowledge.load('v3.6.0'))?.gates).toMatchObject({
    A: true,
    C: true,
  });
  const last = await knowledge.load('v3.6.1');
  expect(last?.gates).toMatchObject({ A: true, B: true, ALBGatewayAPI: true });
  // It stands on the other as that one was when it was named.
  expect(last?.gates).not.toHaveProperty('C');
  expect(last).toMatchObject({ breakingChanges: [], crdsChanged: false });
});

it('puts a release of ours where it belongs', () => {
  const versions = correct({
    version: 'v2.8.1-acme.1',
    basedOn: 'v2.8.1',
  }).releases.map(({ version }) => version);
  expect(versions.indexOf('v2.8.1-acme.1')).toBe(
    versions.indexOf('v2.8.1') + 1,
  );
});

it('takes a whole release that is like no other', async () => {
  const whole: ReleaseCorrection = {
    version: 'v9.0.0',
    date: '2030-01-01',
    kubernetes: { min: '1.40', sureness: 'inferred', source: 'us' },
    lock: 'leases',
    commit: 'abc',
    clientGo: 'v0.60.0',
    crds: [],
    iam: {},
    rbac: [],
    webhooks: [],
  };
  const release = await correct(whole).load('v9.0.0');
  expect(release).toMatchObject({ ...whole, correctedBy: 'us' });
  expect(release).not.toHaveProperty('gates');
  const { crds: _, ...rest } = whole;
  expect(() => correct(rest)).toThrow(
    'us corrects what is known of releases: v9.0.0 is not known: give crds, or say in basedOn which release it is like',
  );
});

it.each([
  [[], 'at the top'],
  [{ releases: {} }, 'at releases'],
  [{ releases: [{}] }, 'at releases[0].version'],
  [
    { releases: [{ version: 'v3.5.0', iam: { moon: [] } }] },
    'at releases[0].iam',
  ],
  [
    { releases: [{ version: 'v3.5.0', crds: [{ name: 'a' }] }] },
    'at releases[0].crds[0].kind',
  ],
])('says where %j is wrong', (value, place) => {
  expect(() => readCorrections(value, { by: 'a file' })).toThrow(
    KnowledgeCorrectionError,
  );
  expect(() => readCorrections(value, { by: 'a file' })).toThrow(place);
});

it('checks one that a module gives', () => {
  expect(
    checkCorrection({ version: 'v3.5.0', lock: 'leases' }, { by: 'acme' }),
  ).toEqual({
    by: 'acme',
    correction: { version: 'v3.5.0', lock: 'leases' },
  });
});
