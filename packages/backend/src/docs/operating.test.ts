import { readFileSync } from 'fs';
import { resolve } from 'path';
import { loadConfigSchema } from '@backstage/config-loader';
import { iamPolicy } from '@lbc-backstage/plugin-lbc-common';
import { parse } from 'yaml';
import { z } from 'zod';

jest.setTimeout(60_000);

const ROOT = resolve(__dirname, '../../../..');
const text = readFileSync(resolve(ROOT, 'docs/operating.md'), 'utf8');

/** What every Backstage has. */
const HOST = {
  data: {
    app: { baseUrl: 'http://localhost' },
    backend: {
      baseUrl: 'http://localhost',
      listen: ':7007',
      database: { client: 'better-sqlite3', connection: ':memory:' },
    },
  },
  context: 'a Backstage',
};

/** Blocks of a language, each with whether it says that it has every option. */
function blocksOf(language: string): Array<{ every: boolean; body: string }> {
  const pattern = new RegExp(
    `(<!-- every option -->\\s*)?\`\`\`${language}\\n([\\s\\S]*?)\`\`\``,
    'g',
  );
  return [...text.matchAll(pattern)].map(([, every, body]) => ({
    every: every !== undefined,
    body,
  }));
}

interface Schema {
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema | boolean;
}

/** Paths of the options of a schema, `lbc.aws.scopes[].region`; free keys are `*`. */
function pathsOfSchema(schema: Schema, path: string): string[] {
  if (schema.properties) {
    return Object.entries(schema.properties).flatMap(([key, inner]) =>
      pathsOfSchema(inner, `${path}.${key}`),
    );
  }
  if (schema.items) {
    return pathsOfSchema(schema.items, `${path}[]`);
  }
  const free = schema.additionalProperties;
  return typeof free === 'object' && free.properties
    ? pathsOfSchema(free, `${path}.*`)
    : [path];
}

/** Whether a block has something at a path. */
function has(value: unknown, path: string[]): boolean {
  const [key, ...rest] = path;
  if (key === undefined) {
    return value !== undefined;
  }
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const inner: unknown[] =
    key === '*' || key === '[]'
      ? Object.values(value)
      : [(value as Record<string, unknown>)[key]];
  return inner.some(each => has(each, rest));
}

const schemaDocument = z.object({
  schemas: z.array(z.object({ value: z.unknown(), packageName: z.string() })),
});

describe('docs/operating.md', () => {
  let schema: Awaited<ReturnType<typeof loadConfigSchema>>;
  let ours: Schema;

  beforeAll(async () => {
    schema = await loadConfigSchema({
      dependencies: ['@lbc-backstage/plugin-lbc-backend'],
      packagePaths: [resolve(ROOT, 'plugins/lbc-backend/package.json')],
    });
    const { schemas } = schemaDocument.parse(schema.serialize());
    const value = schemas.find(
      ({ packageName }) => packageName === '@lbc-backstage/plugin-lbc-backend',
    )?.value as { properties: { lbc: Schema } };
    ours = value.properties.lbc;
  });

  it('has only configuration that the schema takes', () => {
    const blocks = blocksOf('yaml').map(({ body }) => parse(body));
    const configs = blocks.filter(block => 'lbc' in block);
    expect(configs.length).toBeGreaterThan(3);
    const problems = configs.flatMap(data => {
      try {
        schema.process([HOST, { data, context: 'docs/operating.md' }]);
        return [];
      } catch (error) {
        return [String(error)];
      }
    });
    expect(problems).toEqual([]);
  });

  it('has every option there is, and none that there is not', () => {
    const [block, ...others] = blocksOf('yaml').filter(({ every }) => every);
    expect(others).toEqual([]);
    const { lbc } = parse(block.body);
    const paths = pathsOfSchema(ours, '').filter(
      path => !/^\.readiness\.values\[\]\.values/.test(path),
    );
    expect(paths.length).toBeGreaterThan(60);
    const partsOf = (path: string) =>
      path
        .replace(/\[\]/g, '.[]')
        .split('.')
        .filter(part => part !== '');
    // A duration may be an object or a text.
    const options = paths.filter(
      path =>
        !/\.(years|months|weeks|days|hours|minutes|seconds|milliseconds)$/.test(
          path,
        ),
    );
    expect(options.filter(path => !has(lbc, partsOf(path)))).toEqual([]);
    expect(Object.keys(lbc).sort()).toEqual(
      Object.keys(ours.properties ?? {}).sort(),
    );
  });

  it('shows the policy that is shipped', () => {
    const policies = blocksOf('json').map(({ body }) => JSON.parse(body));
    expect(policies).toContainEqual(
      iamPolicy(['inventory', 'health', 'stack']),
    );
    for (const { Version, Statement } of policies) {
      expect(Version).toBe('2012-10-17');
      expect(Statement.length).toBeGreaterThan(0);
    }
  });

  it('binds the ClusterRole that is shipped', () => {
    const role = parse(
      readFileSync(
        resolve(ROOT, 'plugins/lbc-backend/deploy/clusterrole.yaml'),
        'utf8',
      ),
    );
    const binding = blocksOf('yaml')
      .map(({ body }) => parse(body))
      .find(({ kind }) => kind === 'ClusterRoleBinding');
    expect(binding.roleRef).toEqual({
      apiGroup: 'rbac.authorization.k8s.io',
      kind: role.kind,
      name: role.metadata.name,
    });
  });

  it('links only to files that exist', () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(
      ([, file]) => file,
    );
    expect(links.length).toBeGreaterThan(5);
    for (const file of links) {
      expect(() => readFileSync(resolve(ROOT, 'docs', file))).not.toThrow();
    }
  });
});
