import { compareReleases } from './compareReleases';

it('orders numbers as numbers, with and without v', () => {
  const sorted = ['v2.10.0', '2.9.2', 'v3.0.0', 'v2.9.10', 'v2.0.0'];
  expect(sorted.sort(compareReleases)).toEqual([
    'v2.0.0',
    '2.9.2',
    'v2.9.10',
    'v2.10.0',
    'v3.0.0',
  ]);
  expect(compareReleases('2.9.2', 'v2.9.2')).toBe(0);
});

it('puts a pre-release before its release, and a rebuild after it', () => {
  const sorted = ['v2.8.1-eksbuild.1', 'v2.8.1', 'v2.8.2', 'v2.8.1-rc.10'];
  sorted.push('v2.8.1-rc.2', 'latest');
  expect(sorted.sort(compareReleases)).toEqual([
    'latest',
    'v2.8.1-rc.2',
    'v2.8.1-rc.10',
    'v2.8.1',
    'v2.8.1-eksbuild.1',
    'v2.8.2',
  ]);
});
