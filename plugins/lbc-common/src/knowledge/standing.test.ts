import { standingOf } from './standing';
import { summary } from './__testUtils__/summaries';

const releases = ['v2.0.0', 'v2.8.1', 'v3.5.0'].map(each => summary(each));

it.each([
  ['v2.8.1', 'known'],
  ['2.8.1', 'known'],
  ['v2.8.1-eksbuild.1', 'rebuild'],
  ['v3.5.0-rc1', 'pre-release'],
  ['v3.6.0-rc1', 'pre-release'],
  ['v3.5.1', 'newer'],
  ['v4.0.0-acme.3', 'newer'],
  ['v1.1.9', 'older'],
  ['v2.9.9', 'not-released'],
  ['latest', 'unreadable'],
])('%s is %s', (version, standing) => {
  expect(standingOf(version, releases).standing).toBe(standing);
});

it('knows a fork that was added under its own name', () => {
  const own = [...releases, summary('v3.5.0-acme.1')];
  expect(standingOf('v3.5.0-acme.1', own)).toMatchObject({
    standing: 'known',
    release: { version: 'v3.5.0-acme.1' },
  });
  expect(standingOf('v3.5.0-acme.2', own)).toMatchObject({
    standing: 'rebuild',
    release: { version: 'v3.5.0' },
  });
});

it('says nothing where nothing is known', () => {
  expect(standingOf('v2.8.1', []).standing).toBe('not-released');
});
