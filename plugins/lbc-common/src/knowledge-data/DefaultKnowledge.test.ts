import { readdirSync } from 'fs';
import { resolve } from 'path';
import { parseReleaseVersion } from '../knowledge/versions';
import { nextSafeStops } from '../knowledge/stops';
import { releaseSchema } from '../schema/knowledge';
import { LINES } from './data/lines';
import { DefaultKnowledge } from './DefaultKnowledge';

const knowledge = DefaultKnowledge.create();

it('holds 65 releases, oldest first', () => {
  const versions = knowledge.releases.map(({ version }) => version);
  expect(versions).toHaveLength(65);
  expect(versions[0]).toBe('v2.0.0');
  expect(versions[64]).toBe('v3.5.0');
  const dates = knowledge.releases.map(({ date }) => date);
  expect(dates.every(date => /^20\d\d-\d\d-\d\d$/.test(date))).toBe(true);
});

it('loads every one, as the schema says', async () => {
  for (const summary of knowledge.releases) {
    const release = await knowledge.load(summary.version);
    expect(releaseSchema.parse(release)).toMatchObject(summary);
    expect(release?.crds.length).toBeGreaterThan(0);
    expect(release?.iam.aws?.length).toBeGreaterThan(60);
    expect(release?.rbac.length).toBeGreaterThan(10);
    expect(release?.webhooks.length).toBeGreaterThan(2);
    for (const { versions } of release?.crds ?? []) {
      expect(versions.filter(({ storage }) => storage)).toHaveLength(1);
    }
  }
});

it('shares what does not change', async () => {
  const [older, newer] = await Promise.all([
    knowledge.load('v3.4.0'),
    knowledge.load('v3.4.3'),
  ]);
  expect(newer?.crds).toBe(older?.crds);
  expect(newer?.iam.aws).toBe(older?.iam.aws);
});

it('is asked with and without v, and knows nothing of what it does not know', async () => {
  expect((await knowledge.load('2.13.0'))?.version).toBe('v2.13.0');
  for (const version of [
    'v2.8.1-eksbuild.1',
    'v2.99.0',
    'v3.5.1',
    'v9.0.0',
    'v1.1.9',
    'latest',
    '__proto__',
  ]) {
    expect(await knowledge.load(version)).toBeUndefined();
  }
});

it('has a loader for every file of a line, in order', () => {
  const files = readdirSync(resolve(__dirname, 'data'))
    .filter(file => /^v.*\.json$/.test(file))
    .map(file => file.replace(/\.json$/, ''));
  expect(LINES.map(({ line }) => line).sort()).toEqual(files.sort());
  expect(LINES[0].line).toBe('v2.0');
});

it('says what flags, gates and values are not known, instead of none', async () => {
  const first = await knowledge.load('v2.0.0');
  expect(first).not.toHaveProperty('flags');
  expect(first).not.toHaveProperty('gates');
  expect(first).not.toHaveProperty('chartValues');
  expect(first).not.toHaveProperty('gatewayApi');
  expect((await knowledge.load('v2.3.1'))?.gates).toEqual({
    ListenerRulesTagging: true,
    WeightedTargetGroups: true,
  });
});

it('knows bad releases by the issues of upstream', () => {
  const issues = Object.fromEntries(
    knowledge.releases
      .filter(({ knownIssues }) => knownIssues.length > 0)
      .map(({ version, knownIssues }) => [
        version,
        knownIssues.map(({ issue }) => issue).join(' '),
      ]),
  );
  expect(issues).toMatchObject({
    'v2.4.6': '#3071',
    'v3.2.0': '#4684 #4712',
    'v3.2.2': '#4712',
  });
  for (const { knownIssues } of knowledge.releases) {
    for (const { fixedIn, sources } of knownIssues) {
      expect(sources.length).toBeGreaterThan(0);
      expect(
        knowledge.releases.some(({ version }) => version === fixedIn),
      ).toBe(true);
    }
  }
});

it('knows the needs of the Gateway API', async () => {
  const needs = async (version: string) =>
    (await knowledge.load(version))?.gatewayApi;
  expect(await needs('v2.12.0')).toBeUndefined();
  expect(await needs('v2.13.0')).toMatchObject({
    builtFor: 'v1.2.0',
    ifMissing: 'gate-only',
  });
  expect((await needs('v3.2.0'))?.alb).toContainEqual({
    crd: 'listenersets.gateway.networking.k8s.io',
    version: 'v1',
  });
  expect((await needs('v3.2.2'))?.ifMissing).toBe('crash');
  expect((await needs('v3.4.3'))?.nlb).toContainEqual({
    crd: 'tcproutes.gateway.networking.k8s.io',
    version: 'v1alpha2',
  });
  expect(await needs('v3.5.0')).toMatchObject({
    builtFor: 'v1.6.0',
    ifMissing: 'switched-off',
  });
});

it('stops on the way from v2.3.1 to v3.5.0', () => {
  const { releases } = knowledge;
  expect(nextSafeStops('v2.3.1', 'v3.5.0', { releases })).toMatchObject({
    stops: [
      { version: 'v2.4.7', sureness: 'documented' },
      { version: 'v2.8.0', sureness: 'inferred' },
    ],
    blocked: [],
    target: { version: 'v3.5.0', knownIssues: [] },
  });
});

it('holds features once each, with releases that can be read', () => {
  const { features } = knowledge;
  expect(features.length).toBeGreaterThan(145);
  const keys = features.map(({ name, kind }) => `${kind} ${name}`);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { name, prefix, introducedIn, lastIn } of features) {
    expect(parseReleaseVersion(introducedIn)).toBeDefined();
    expect(lastIn === undefined || parseReleaseVersion(lastIn)).toBeTruthy();
    expect(prefix === undefined).toBe(!name.includes('$'));
  }
  expect(features).toContainEqual(
    expect.objectContaining({
      name: 'alb.ingress.kubernetes.io/actions.${action-name}',
      prefix: 'alb.ingress.kubernetes.io/actions.',
    }),
  );
});
