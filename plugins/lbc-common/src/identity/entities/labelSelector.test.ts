import fc from 'fast-check';
import {
  parseLabelSelector,
  selectorMatches,
  selectorPairs,
} from './labelSelector';

function matches(selector: string, labels: Record<string, string>) {
  const parsed = parseLabelSelector(selector);
  return parsed ? selectorMatches(parsed, labels) : 'malformed';
}

describe('parseLabelSelector', () => {
  const labels = { app: 'web', 'example.com/tier': 'front', weight: '5' };

  it.each([
    ['app=web', true],
    ['app==web', true],
    [' app = web , example.com/tier = front ', true],
    ['app=web,example.com/tier=back', false],
    ['app!=api', true],
    ['app!=web', false],
    ['absent!=anything', true],
    ['app in (web,api)', true],
    ['app in (api)', false],
    ['app notin (web, api)', false],
    ['absent notin (web)', true],
    ['absent in (web)', false],
    ['app', true],
    ['absent', false],
    ['!absent', true],
    ['!app', false],
    ['app,!absent,weight>4', true],
    ['weight>5', false],
    ['weight<6', true],
    ['app<6', false],
    ['app=', false],
    ['', true],
  ])('%s', (selector, expected) => {
    expect(matches(selector, labels)).toBe(expected);
  });

  it.each([
    'app=web,',
    ',app=web',
    'app==',
    'app in web',
    'app in (web',
    'app in web)',
    'app=web api',
    'app===web',
    'in (a)',
    '!',
    'app>abc',
    '-app=web',
    'app=web!',
    'a/b/c=d',
    'app=(web)',
  ])('refuses %s', selector => {
    // `app==` is a legal request for an empty value, as at the API server.
    expect(matches(selector, {})).toBe(
      selector === 'app==' ? false : 'malformed',
    );
  });

  it('does not find inherited properties', () => {
    expect(matches('constructor', {})).toBe(false);
    expect(matches('!toString', {})).toBe(true);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.dictionary(fc.string(), fc.string()),
        (selector, random) => {
          const parsed = parseLabelSelector(selector);
          return (
            !parsed || typeof selectorMatches(parsed, random) === 'boolean'
          );
        },
      ),
    );
  });

  it('names pairs of which a match has one', () => {
    const key = fc.constantFrom('a', 'b', 'c');
    const value = fc.constantFrom('1', '2', '3');
    const requirement = fc.oneof(
      fc.tuple(key, value).map(([k, v]) => `${k}=${v}`),
      fc.tuple(key, value).map(([k, v]) => `${k}!=${v}`),
      fc.tuple(key, value, value).map(([k, v, w]) => `${k} in (${v},${w})`),
      key,
    );
    fc.assert(
      fc.property(
        fc.array(requirement),
        fc.dictionary(key, value),
        (requirements, random) => {
          const parsed = parseLabelSelector(requirements.join(','))!;
          const pairs = selectorPairs(parsed);
          return (
            !selectorMatches(parsed, random) ||
            !pairs ||
            pairs.some(([k, v]) => random[k] === v)
          );
        },
      ),
    );
  });
});
