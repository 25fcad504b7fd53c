import { existsSync, readFileSync } from 'fs';
import { join, resolve } from 'path';
import { LIFECYCLE_STATES } from '../types';
import { FINDING_RULES } from '.';

const ROOT = resolve(__dirname, '../../../../..');
const BASES = [
  'plugins/lbc-common/src/lifecycle',
  'plugins/lbc-common/src',
  '',
];

function fileOf(name: string): string | undefined {
  return BASES.map(base => join(ROOT, base, name)).find(path =>
    existsSync(path),
  );
}

interface Row {
  number: string;
  shown: string;
  code: string;
  tests: string;
}

const rows: Row[] = readFileSync(join(ROOT, 'docs/failure-modes.md'), 'utf8')
  .split('\n')
  .flatMap(line => {
    const [, number = '', , shown = '', code = '', tests = ''] = line
      .split('|')
      .map(cell => cell.trim());
    return /^[FO]\d+$/.test(number) ? [{ number, shown, code, tests }] : [];
  });

const quoted = (text: string) =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word);

/** Findings that a row names: all but states, facets and other words. */
const findingsOf = ({ shown }: Row) => {
  const codes = new Set(FINDING_RULES.map(({ code }) => code));
  return quoted(shown).filter(word => codes.has(word));
};

it('has every number once', () => {
  expect(rows.map(({ number }) => number)).toEqual([
    ...Array.from({ length: 34 }, (_, index) => `F${index + 1}`),
    ...Array.from({ length: 30 }, (_, index) => `O${index + 1}`),
  ]);
});

it('names files that are there', () => {
  const missing = rows.flatMap(({ number, code, tests }) =>
    [...quoted(code), ...quoted(tests)]
      .filter(name => !fileOf(name))
      .map(name => `${number}: ${name}`),
  );
  expect(missing).toEqual([]);
  expect(rows.filter(({ code }) => quoted(code).length === 0)).toEqual([]);
});

it('names tests that are there', () => {
  const missing = rows.flatMap(({ number, tests }) =>
    tests.split('; ').flatMap(each => {
      const [, name = '', title = ''] = /^`([^`]+)` › (.+)$/.exec(each) ?? [];
      const file = fileOf(name);
      return file && title && readFileSync(file, 'utf8').includes(title)
        ? []
        : [`${number}: ${each}`];
    }),
  );
  expect(missing).toEqual([]);
});

it('names the findings of each number', () => {
  for (const row of rows) {
    const having = FINDING_RULES.filter(({ failureModes }) =>
      failureModes.includes(row.number),
    ).map(({ code }) => code);
    // Another number's finding may stand beside it, as O1 says of two blockers.
    expect({ number: row.number, codes: findingsOf(row) }).toEqual({
      number: row.number,
      codes: expect.arrayContaining(having),
    });
  }
  expect(
    FINDING_RULES.filter(({ failureModes }) => failureModes.length === 0),
  ).toEqual([]);
});

it('tests each finding where it holds and where it must not', () => {
  const tested = ['kubernetes', 'aws', 'failures', 'gateways']
    .map(name => readFileSync(join(__dirname, `${name}.test.ts`), 'utf8'))
    .join('\n');
  const untested = FINDING_RULES.map(({ code }) => code).filter(
    code => !new RegExp(`^  '?${code}'?: \\{`, 'm').test(tested),
  );
  expect(untested).toEqual([]);
});

it('speaks of states that there are', () => {
  const states: readonly string[] = LIFECYCLE_STATES;
  const said = rows.flatMap(({ shown }) =>
    [...shown.matchAll(/states? ((?:`[\w-]+`(?:, | or )?)+)/g)].flatMap(
      ([, list]) => quoted(list),
    ),
  );
  expect(said.filter(state => !states.includes(state))).toEqual([]);
});
