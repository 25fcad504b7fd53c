import { summary } from '../__testUtils__/summaries';
import type { Knowledge, Release, ReleaseIamAction } from '../types';
import { delta } from './delta';
import { loadDelta } from './loadDelta';

const allow = (action: string, key?: string): ReleaseIamAction => ({
  action,
  effect: 'Allow',
  resources: ['*'],
  ...(key !== undefined && { condition: { Null: { [key]: 'false' } } }),
});

const crd = (
  name: string,
  fields: Record<string, string[]>,
  storage: string,
): Release['crds'][number] => ({
  name,
  kind: name,
  scope: 'Namespaced',
  versions: Object.entries(fields).map(([version, paths]) => ({
    name: version,
    served: true,
    storage: version === storage,
    deprecated: false,
    fields: paths,
  })),
  inChart: true,
});

const release = (version: string, rest: Partial<Release> = {}): Release => ({
  ...summary(version),
  commit: version,
  clientGo: 'v0.26.3',
  crds: [],
  iam: { aws: [] },
  rbac: [],
  webhooks: [],
  breakingChanges: [{ text: `News of ${version}`, sources: [] }],
  requiredActions: [],
  ...rest,
});

const compare = (from: Release, to: Release, between: Release[] = []) =>
  delta(from, to, {
    releases: [from, ...between, to],
    passed: [from, ...between, to],
  });

it('says which CRDs come and go, and what changes by version', () => {
  const from = release('v2.0.0', {
    crds: [
      crd('gone', { v1: ['spec'] }, 'v1'),
      crd('kept', { v1beta1: ['spec', 'spec.a'] }, 'v1beta1'),
      crd('same', { v1: ['spec'] }, 'v1'),
    ],
  });
  const to = release('v2.1.0', {
    crds: [
      crd('kept', { v1: ['spec'], v1beta1: ['spec', 'spec.b'] }, 'v1'),
      crd('new', { v1: ['spec'] }, 'v1'),
      crd('same', { v1: ['spec'] }, 'v1'),
    ],
  });
  expect(compare(from, to).crds).toEqual({
    added: [to.crds[1]],
    removed: [from.crds[0]],
    changed: [
      {
        name: 'kept',
        kind: 'kept',
        versionsAdded: ['v1'],
        versionsRemoved: [],
        storage: { from: 'v1beta1', to: 'v1' },
        versions: [
          { name: 'v1', fieldsAdded: ['spec'], fieldsRemoved: [] },
          {
            name: 'v1beta1',
            fieldsAdded: ['spec.b'],
            fieldsRemoved: ['spec.a'],
          },
        ],
      },
    ],
  });
});

it('tells a new action from a changed condition', () => {
  const from = release('v2.0.0', {
    iam: { aws: [allow('a:Gone'), allow('a:Tag', 'x'), allow('a:Same')] },
  });
  const to = release('v2.1.0', {
    iam: { aws: [allow('a:Same'), allow('a:Tag', 'y'), allow('a:New')] },
  });
  expect(compare(from, to).iam).toEqual({
    variant: 'aws',
    published: { from: true, to: true },
    added: [allow('a:New')],
    removed: [allow('a:Gone')],
    changed: [
      {
        action: 'a:Tag',
        from: [allow('a:Tag', 'x')],
        to: [allow('a:Tag', 'y')],
      },
    ],
  });
});

it('says so where a policy was not published', () => {
  const from = release('v2.0.0');
  const to = release('v2.1.0', { iam: { aws: [], cn: [allow('a:New')] } });
  const { iam } = delta(from, to, {
    partition: 'cn',
    releases: [from, to],
    passed: [from, to],
  });
  expect(iam).toMatchObject({
    variant: 'cn',
    published: { from: false, to: true },
    added: [allow('a:New')],
  });
});

it('concludes nothing from a table that is not known', () => {
  const from = release('v2.0.0');
  const to = release('v2.1.0', {
    gates: { A: true },
    chartValues: { replicaCount: 2 },
  });
  const unknown = { known: false, added: {}, removed: {}, changed: {} };
  const { flags, gates, chartValues, rbac } = compare(from, to);
  expect([flags, gates, chartValues]).toEqual([unknown, unknown, unknown]);
  expect(rbac.map(({ known }) => known)).toEqual([false, false]);
});

it('compares defaults of flags, gates and values', () => {
  const flag = (value: string) => ({ type: 'string', default: value });
  const from = release('v2.0.0', {
    flags: { a: flag('1'), b: flag('1') },
    gates: { A: false, B: true },
    chartValues: { x: { a: 1, b: 2 }, y: null },
  });
  const to = release('v2.1.0', {
    flags: { a: flag('2'), c: flag('1') },
    gates: { A: true },
    chartValues: { x: { b: 2, a: 1 }, y: [] },
  });
  const { flags, gates, chartValues } = compare(from, to);
  expect(flags).toEqual({
    known: true,
    added: { c: flag('1') },
    removed: { b: flag('1') },
    changed: { a: { from: flag('1'), to: flag('2') } },
  });
  expect(gates.changed).toEqual({ A: { from: false, to: true } });
  expect(gates.removed).toEqual({ B: true });
  expect(chartValues.changed).toEqual({ y: { from: null, to: [] } });
});

it('brings the notes of every release on the way, and takes them back', () => {
  const [a, b, c] = ['v2.0.0', 'v2.1.0', 'v2.2.0'].map(each => release(each));
  const notes = (one: Release, other: Release) =>
    compare(one, other, [b]).breakingChanges.map(({ version }) => version);
  expect(notes(a, c)).toEqual(['v2.1.0', 'v2.2.0']);
  expect(notes(c, a)).toEqual(['v2.1.0', 'v2.2.0']);
  expect(compare(c, a, [b])).toMatchObject({
    direction: 'downgrade',
    releases: ['v2.1.0', 'v2.0.0'],
  });
  expect(compare(a, a)).toMatchObject({ direction: 'same', releases: [] });
});

it('says what leader election writes to, where that changes', () => {
  const from = release('v2.0.0', { lock: 'configmaps' });
  const { lock, clientGo, stops } = compare(from, release('v2.1.0'));
  expect(lock).toEqual({ from: 'configmaps', to: 'leases' });
  expect(clientGo).toBeUndefined();
  expect(stops?.blocked).toMatchObject([{ code: 'stop.leader-lock' }]);
});

it('loads what a jump needs, or says that a release is not known', async () => {
  const releases = ['v2.0.0', 'v2.1.0', 'v2.2.0'].map(each => release(each));
  const knowledge: Knowledge = {
    releases,
    features: [],
    load: async version => releases.find(each => each.version === version),
  };
  const jump = { from: 'v2.0.0', to: 'v2.2.0' };
  expect(await loadDelta(knowledge, jump)).toMatchObject({
    releases: ['v2.1.0', 'v2.2.0'],
    breakingChanges: [{ version: 'v2.1.0' }, { version: 'v2.2.0' }],
  });
  expect(await loadDelta(knowledge, { ...jump, to: 'v9.0.0' })).toBeUndefined();
});
