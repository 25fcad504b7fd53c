import { existsSync, readFileSync } from 'fs';
import { resolve } from 'path';

const ROOT = resolve(__dirname, '../../../..');

interface Named {
  file: string;
  tests: string[];
}

/** Tests that a row's last cell names: a file, and titles of tests in it. */
function namedIn(cell: string): Named[] {
  return [...cell.matchAll(/`([^`]+\.test\.tsx?)`(?::([^;`]*))?/g)].map(
    ([, file, titles = '']) => ({
      file,
      tests: titles
        .split('·')
        .map(title => title.trim())
        .filter(title => title !== ''),
    }),
  );
}

const rows = readFileSync(resolve(ROOT, 'docs/security.md'), 'utf8')
  .split('\n')
  .filter(line => /^\|(?! *(-+|what could) )/.test(line))
  .map(line => {
    const [, threat, , tests] = line.split('|').map(cell => cell.trim());
    return { threat, named: namedIn(tests) };
  });

it('names a test for each line', () => {
  expect(rows.length).toBeGreaterThan(15);
  expect(rows.filter(({ named }) => named.length === 0)).toEqual([]);
});

it('names tests that are there', () => {
  const missing = rows.flatMap(({ named }) =>
    named.flatMap(({ file, tests }) => {
      const path = resolve(ROOT, file);
      if (!existsSync(path)) {
        return [file];
      }
      const source = readFileSync(path, 'utf8');
      return tests
        .filter(title => !source.includes(title))
        .map(title => `${file}: ${title}`);
    }),
  );
  expect(missing).toEqual([]);
});
