import fc from 'fast-check';
import { hostileText } from '../__testUtils__/hostile';
import { english } from './english';
import { inertText } from './inert';
import { renderMessage } from './render';

const ACTS = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

it('makes one line of text, without anything that acts', () => {
  fc.assert(
    fc.property(hostileText, text => {
      expect(inertText(text)).not.toMatch(ACTS);
    }),
  );
  expect(inertText('gpj.\u202eexe')).toBe('gpj.\ufffdexe');
  expect(inertText('Ingress shop/web, “größer” \u{1f40a}')).toBe(
    'Ingress shop/web, “größer” \u{1f40a}',
  );
});

it('lets no value act in any sentence, or be taken for a placeholder', () => {
  const codes = Object.keys(english);
  fc.assert(
    fc.property(fc.constantFrom(...codes), hostileText, (code, text) => {
      const template = Object.entries(english).find(([key]) => key === code);
      const names = [...(template?.[1].matchAll(/\{(\w+)/g) ?? [])].map(
        ([, name]) => name,
      );
      const params = Object.fromEntries(
        names.map((name, index) => [name, index % 2 ? [text, text] : text]),
      );
      const said = renderMessage({ code, params });
      // A sentence and, on lines of its own, a statement.
      expect(
        names.includes('statement') ? said.replace(/\n/g, ' ') : said,
      ).not.toMatch(ACTS);
    }),
    { numRuns: 2_000 },
  );
  const said = renderMessage({
    code: 'command.owner',
    params: { kind: '{name}', namespace: '$&', name: '{kind}' },
  });
  expect(said).toContain('{name}');
  expect(said).toContain('$&');
  expect(said).toContain('{kind}');
});
