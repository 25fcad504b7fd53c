import { ConfigReader } from '@backstage/config';
import { readBaselines } from './baselines';

const read = (baselines: object) =>
  readBaselines(new ConfigReader({ baselines: { ...baselines } }));

it('keeps baselines for 90 days and takes none by itself', () => {
  expect(readBaselines(undefined)).toEqual({
    retentionDays: 90,
    perCluster: 50,
    schedule: [],
  });
});

it('takes one a day where only a cluster is named', () => {
  expect(
    read({
      schedule: [{ cluster: 'prod-1' }, { cluster: 'prod-2', every: '6h' }],
    }).schedule,
  ).toEqual([
    { cluster: 'prod-1', every: { days: 1 } },
    { cluster: 'prod-2', every: { hours: 6 } },
  ]);
});

it.each([
  [{ retentionDays: 0 }, 'lbc.baselines.retentionDays must be more than 0'],
  [{ perCluster: 1.5 }, 'lbc.baselines.perCluster must be a whole number'],
  [
    { schedule: [{ cluster: 'a', every: 'often' }] },
    'lbc.baselines.schedule[0].every',
  ],
  [{ schedule: [{ every: '1d' }] }, 'cluster'],
])('names the key that is wrong in %j', (config, text) => {
  expect(() => read(config)).toThrow(text);
});
