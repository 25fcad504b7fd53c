import { summary } from '../__testUtils__/summaries';
import type { KnownIssue } from '../types';
import { nextSafeStops } from './nextSafeStops';

const issue: KnownIssue = { issue: '#1', text: 'It crashes.', sources: [] };
const range = (min: string, max?: string) => ({
  kubernetes: {
    min,
    ...(max && { max }),
    sureness: 'documented' as const,
    source: 'a test',
  },
});
const releases = [
  summary('v2.3.1', { lock: 'configmaps', ...range('1.16', '1.21') }),
  summary('v2.4.6', { lock: 'configmaps', ...range('1.19') }),
  summary('v2.4.7', {
    lock: 'configmaps',
    knownIssues: [issue],
    ...range('1.19'),
  }),
  summary('v2.5.0', { lock: 'configmapsleases' }),
  summary('v2.8.0', { lock: 'configmapsleases' }),
  summary('v2.8.1'),
  summary('v3.2.0', { knownIssues: [issue] }),
  summary('v3.3.0'),
];
const stopsOf = (from: string, to: string) =>
  nextSafeStops(from, to, { releases });
const versions = (from: string, to: string) =>
  stopsOf(from, to)?.stops.map(({ version }) => version);

it('asks for none where two releases may follow each other', () => {
  expect(versions('v2.8.0', 'v3.3.0')).toEqual([]);
  expect(versions('v2.5.0', 'v2.5.0')).toEqual([]);
});

it('stops where a lock is shared, at the newest release without known issues', () => {
  expect(stopsOf('v2.4.6', 'v3.3.0')).toMatchObject({
    stops: [
      {
        version: 'v2.8.0',
        sureness: 'inferred',
        because: [{ code: 'stop.leader-lock' }],
      },
    ],
    blocked: [],
  });
});

it('stops where a cluster can be upgraded, around a release with known issues', () => {
  const stops = stopsOf('v2.3.1', 'v3.3.0')?.stops;
  expect(stops).toMatchObject([
    {
      version: 'v2.4.6',
      sureness: 'documented',
      because: [
        { code: 'stop.kubernetes-range', params: { max: '1.21', min: '1.22' } },
      ],
    },
    { version: 'v2.8.0', because: [{ code: 'stop.leader-lock' }] },
  ]);
});

it('goes back the same way', () => {
  expect(versions('v3.3.0', 'v2.3.1')).toEqual(['v2.5.0', 'v2.4.6']);
});

it('says what is wrong with the target, and where to go instead', () => {
  expect(stopsOf('v2.8.1', 'v3.2.0')?.target).toEqual({
    version: 'v3.2.0',
    knownIssues: [issue],
    instead: 'v3.3.0',
  });
  expect(stopsOf('v2.8.1', 'v3.3.0')?.target.instead).toBeUndefined();
});

it('says so where no release offers the stop that is needed', () => {
  const few = releases.filter(({ lock }) => lock !== 'configmapsleases');
  expect(nextSafeStops('v2.4.6', 'v3.3.0', { releases: few })).toMatchObject({
    stops: [],
    blocked: [{ code: 'stop.leader-lock' }],
  });
});

it('says nothing of releases that are not known', () => {
  expect(stopsOf('v2.8.1', 'v9.0.0')).toBeUndefined();
  expect(stopsOf('latest', 'v3.3.0')).toBeUndefined();
});
