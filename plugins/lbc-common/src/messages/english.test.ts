import { english } from './english';
import { renderMessage } from './render';

const PLACEHOLDER =
  /\{(\w+)(?:\|((?:[^{}|]|\{\w+\})*)\|((?:[^{}|]|\{\w+\})*))?\}/g;

describe('the English catalogue', () => {
  const templates = Object.entries(english);

  it.each(templates)(
    '%s has placeholders that can be filled',
    (_, template) => {
      expect(template.replace(PLACEHOLDER, '')).not.toMatch(/[{}|]/);
    },
  );

  it.each(templates)('%s is a code of its kind', code => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/);
  });

  it.each(templates)(
    '%s leaves no placeholder once filled',
    (code, template) => {
      const names = [...template.matchAll(/\{(\w+)/g)].map(([, name]) => name);
      for (const value of [1, 2, 'x', ['a'], ['a', 'b']]) {
        const params = Object.fromEntries(names.map(name => [name, value]));
        expect(renderMessage({ code, params })).not.toMatch(/[{}|]|\?$/);
      }
    },
  );
});

it('shows a code that it does not know, with its values', () => {
  expect(
    renderMessage({ code: 'state.of-tomorrow', params: { cluster: 'prod-1' } }),
  ).toBe('state.of-tomorrow cluster=prod-1');
});

it('knows one and many', () => {
  const code = 'entity.members-not-permitted';
  expect(renderMessage({ code, params: { count: 1 } })).toMatch(
    /is one load balancer of/,
  );
  expect(renderMessage({ code, params: { count: 3 } })).toMatch(
    /are 3 load balancers of/,
  );
});
