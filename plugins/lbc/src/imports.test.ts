// Reads the sources as a bundler would, which needs the file system.
// eslint-disable-next-line no-restricted-imports
import { existsSync, readFileSync, statSync } from 'node:fs';
// eslint-disable-next-line no-restricted-imports
import { dirname, join, resolve } from 'node:path';

const COMMON = resolve(__dirname, '../../lbc-common/src/index.ts');
const ENTRIES = ['index.ts', 'legacy.ts'].map(file => join(__dirname, file));
const FORBIDDEN =
  /^zod(\/|$)|^@lbc-backstage\/plugin-lbc-common\/(schema|knowledge-data)$/;
/** Where data lie: what is known of releases, and any JSON but the package's own name. */
const DATA = /\/(schema|knowledge-data|knowledge\/data)\/|\.json$/;
const MANIFEST = join(__dirname, '../package.json');

/** What a module imports at run time; types vanish when it is compiled. */
function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/\b(import|export)\s+type\b[^;]*;/g, '');
  const found = source.matchAll(
    /(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+)'([^']+)'/g,
  );
  return [...found].map(([, name]) => name);
}

function fileOf(name: string, from: string): string | undefined {
  if (name === '@lbc-backstage/plugin-lbc-common') {
    return COMMON;
  }
  if (!name.startsWith('.')) {
    return undefined;
  }
  const base = resolve(dirname(from), name);
  return [base, `${base}.ts`, `${base}.tsx`, join(base, 'index.ts')].find(
    path => existsSync(path) && statSync(path).isFile(),
  );
}

/** The packages and the files that an entry reaches. */
function behind(entry: string): {
  packages: Map<string, string>;
  files: Set<string>;
} {
  const seen = new Set<string>();
  const packages = new Map<string, string>();
  const queue = [entry];
  for (let file = queue.pop(); file; file = queue.pop()) {
    if (seen.has(file)) {
      continue;
    }
    seen.add(file);
    if (file.endsWith('.json')) {
      continue;
    }
    for (const name of importsOf(file)) {
      const next = fileOf(name, file);
      if (next) {
        queue.push(next);
      } else {
        packages.set(name, file);
      }
    }
  }
  return { packages, files: seen };
}

describe('the page', () => {
  it.each(ENTRIES)('bundles neither schemas nor data: %s', entry => {
    const { packages, files } = behind(entry);
    expect(packages.size).toBeGreaterThan(10);
    expect([...packages].filter(([name]) => FORBIDDEN.test(name))).toEqual([]);
    // It does reach the domain, or it would notice nothing there.
    expect(files).toContain(COMMON);
    expect(
      [...files].filter(file => DATA.test(file) && file !== MANIFEST),
    ).toEqual([]);
  });

  it('would notice what is known of releases', () => {
    for (const file of [
      'lbc-common/src/knowledge-data/index.ts',
      'lbc-common/src/knowledge/data/v2.ts',
      'lbc-common/src/knowledge/v3.5.0.json',
    ]) {
      expect(resolve(__dirname, '../..', file)).toMatch(DATA);
    }
  });

  it('is kept from them by a lint rule', () => {
    const config = require('../.eslintrc.js');
    const [, { paths }] = config.rules['no-restricted-imports'];
    expect(paths).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          name: '@lbc-backstage/plugin-lbc-common/schema',
        }),
        expect.objectContaining({ name: 'zod' }),
      ]),
    );
  });
});
