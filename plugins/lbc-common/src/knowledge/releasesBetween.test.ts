import { releasesBetween } from './releasesBetween';
import { summary } from './__testUtils__/summaries';

const releases = ['v2.9.0', 'v2.10.0', 'v2.11.0', 'v3.0.0'].map(each =>
  summary(each),
);
const between = (from: string, to: string) =>
  releasesBetween(releases, from, to).map(({ version }) => version);

it('leaves out where the jump begins and ends with where it goes', () => {
  expect(between('v2.9.0', 'v2.11.0')).toEqual(['v2.10.0', 'v2.11.0']);
  expect(between('v3.0.0', 'v2.10.0')).toEqual(['v2.11.0', 'v2.10.0']);
  expect(between('v3.0.0', '3.0.0')).toEqual([]);
});

it('takes ends that are no releases', () => {
  expect(between('v2.9.5', 'v2.99.0')).toEqual(['v2.10.0', 'v2.11.0']);
});
