import { parseReleaseVersion, releaseName } from './versions';

it.each([
  ['v2.8.1', { kind: 'release', release: 'v2.8.1' }],
  ['2.8.1', { kind: 'release', release: 'v2.8.1' }],
  [
    'v2.8.1-eksbuild.1',
    { kind: 'rebuild', release: 'v2.8.1', suffix: 'eksbuild.1' },
  ],
  [
    'v2.4.1-linux_amd64',
    { kind: 'rebuild', release: 'v2.4.1', suffix: 'linux_amd64' },
  ],
  ['v3.0.0-rc1', { kind: 'pre-release', release: 'v3.0.0', suffix: 'rc1' }],
  [
    'v2.0.0-beta.2',
    { kind: 'pre-release', release: 'v2.0.0', suffix: 'beta.2' },
  ],
  ['v3.1.0-acme', { kind: 'rebuild', release: 'v3.1.0', suffix: 'acme' }],
  ['v2.9.0+build5', { kind: 'rebuild', release: 'v2.9.0', suffix: 'build5' }],
  ['v99.0.0', { kind: 'release', release: 'v99.0.0' }],
])('reads %s', (text, expected) => {
  expect(parseReleaseVersion(text)).toMatchObject(expected);
});

it.each([
  '',
  'latest',
  'v2',
  'v2.8',
  'v2.8.x',
  'v02.8.1',
  'main-1a2b3c',
  'sha256:0123',
  'v2.8.1-',
  'v2.8.1-a b',
  `v2.8.1-${'x'.repeat(200)}`,
  `${'9'.repeat(40)}.0.0`,
])('reads nothing into "%s"', text => {
  expect(parseReleaseVersion(text)).toBeUndefined();
});

it('names a release as it is tagged', () => {
  expect(releaseName('2.8.1')).toBe('v2.8.1');
  expect(releaseName('2.8.1-eksbuild.1')).toBe('v2.8.1-eksbuild.1');
  expect(releaseName('latest')).toBe('latest');
});
