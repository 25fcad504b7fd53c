const { execFileSync } = require('node:child_process');
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { consumer, filesOf, install, root } = require('./consumer.cjs');

const packages = install();
const COMMON = '@lbc-backstage/plugin-lbc-common';
const NODE = '@lbc-backstage/plugin-lbc-node';
const BACKEND = '@lbc-backstage/plugin-lbc-backend';
const FRONTEND = '@lbc-backstage/plugin-lbc';

const manifest = name =>
  JSON.parse(readFileSync(join(packages[name], 'package.json'), 'utf8'));

/** Every file that an export leads to, under any condition. */
const targets = value =>
  typeof value === 'string' ? [value] : Object.values(value).flatMap(targets);

/** Runs a line in a project that has installed the tarballs. */
const run = (...args) =>
  execFileSync(process.execPath, args, {
    cwd: consumer,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

it('are those of the four plugins', () => {
  expect(Object.keys(packages)).toEqual(
    expect.arrayContaining([COMMON, NODE, BACKEND, FRONTEND]),
  );
});

describe.each(Object.keys(packages))('%s', name => {
  it('holds no sources, no tests, and whatever its manifest names', () => {
    const files = filesOf(packages[name]);
    expect(files).toContain('README.md');
    expect(
      files.filter(file => /(^src\/)|(\.test\.)|__testUtils__/.test(file)),
    ).toEqual([]);
    const { exports, main, types, configSchema } = manifest(name);
    const named = [...targets(exports), main, types]
      .concat(typeof configSchema === 'string' ? configSchema : [])
      .filter(file => typeof file === 'string' && !file.startsWith('@'))
      .map(file => file.replace(/^\.\//, ''));
    expect(named.length).toBeGreaterThan(2);
    for (const file of named) {
      expect({ file, there: existsSync(join(packages[name], file)) }).toEqual({
        file,
        there: true,
      });
    }
    expect(named.filter(file => file.startsWith('src/'))).toEqual([]);
  });

  it('depends on nothing but released versions', () => {
    const {
      dependencies = {},
      peerDependencies = {},
      private: own,
    } = manifest(name);
    expect(own).toBeUndefined();
    for (const range of Object.values({
      ...dependencies,
      ...peerDependencies,
    })) {
      expect(range).not.toMatch(/workspace:|link:|file:/);
    }
  });

  it('has types for every entry', () => {
    for (const [entry, target] of Object.entries(manifest(name).exports)) {
      if (entry !== './package.json') {
        expect({ entry, types: target.types }).toEqual({
          entry,
          types: expect.stringMatching(/\.d\.ts$/),
        });
      }
    }
  });
});

describe('the entries', () => {
  it('are the documented ones', () => {
    const entries = name =>
      Object.keys(manifest(name).exports).filter(
        entry => entry !== './package.json',
      );
    expect(entries(COMMON)).toEqual(
      expect.arrayContaining(['.', './schema', './knowledge-data']),
    );
    expect(entries(FRONTEND)).toEqual(
      expect.arrayContaining(['.', './legacy']),
    );
    expect(entries(NODE)).toContain('.');
    expect(entries(BACKEND)).toContain('.');
  });

  it('of the common library load by require and by import', () => {
    for (const entry of [
      COMMON,
      `${COMMON}/schema`,
      `${COMMON}/knowledge-data`,
    ]) {
      expect(
        run('-p', `Object.keys(require(${JSON.stringify(entry)})).length > 0`),
      ).toBe('true\n');
    }
    const { exports } = manifest(COMMON);
    expect(exports['.']).toMatchObject({
      import: expect.stringMatching(/\.esm\.js$/),
      require: expect.stringMatching(/\.cjs\.js$/),
    });
  });

  it('of the release data load every line, by require and by import', () => {
    const use =
      'const known = DefaultKnowledge.create();' +
      'const all = await Promise.all(' +
      'known.releases.map(({ version }) => known.load(version)));' +
      'console.log(all.every(each => each.crds.length > 0), all.length >= 65)';
    const entry = JSON.stringify(`${COMMON}/knowledge-data`);
    const names = '{ DefaultKnowledge }';
    expect(
      run(
        '-e',
        `(async () => { const ${names} = require(${entry}); ${use} })()`,
      ),
    ).toBe('true true\n');
    expect(
      run(
        '-e',
        `(async () => { const ${names} = await import(${entry}); ${use} })()`,
      ),
    ).toBe('true true\n');
  });

  it('of the backend load, and the default is a plugin', () => {
    expect(run('-p', `typeof require('${NODE}')`)).toBe('object\n');
    expect(run('-p', `require('${BACKEND}').default.$$type`)).toBe(
      '@backstage/BackendFeature\n',
    );
  });

  it('bring migrations, the configuration schema and openapi.json', () => {
    const backend = filesOf(packages[BACKEND]);
    expect(
      backend.filter(file => /^migrations\/.*\.js$/.test(file)),
    ).not.toEqual([]);
    expect(manifest(BACKEND).configSchema).toBeDefined();
    expect(filesOf(packages[COMMON])).toContain('openapi.json');
  });

  it('can be used from TypeScript', () => {
    writeFileSync(
      join(consumer, 'use.ts'),
      [
        `import plugin from '${FRONTEND}';`,
        `import * as legacy from '${FRONTEND}/legacy';`,
        `import * as common from '${COMMON}';`,
        `import * as schema from '${COMMON}/schema';`,
        `import * as knowledge from '${COMMON}/knowledge-data';`,
        `import * as node from '${NODE}';`,
        `import backend from '${BACKEND}';`,
        `export const all = [plugin.$$type, legacy, common, schema, knowledge, node, backend.$$type];`,
      ].join('\n'),
    );
    writeFileSync(
      join(consumer, 'tsconfig.json'),
      JSON.stringify({
        extends: join(root, 'node_modules/@backstage/cli/config/tsconfig.json'),
        files: ['use.ts'],
        compilerOptions: {
          noEmit: true,
          emitDeclarationOnly: false,
          incremental: false,
          jsx: 'react-jsx',
          types: [],
        },
      }),
    );
    expect(() =>
      run(require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.json'),
    ).not.toThrow();
  });
});
