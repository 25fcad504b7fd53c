import { readFileSync } from 'fs';
import { resolve } from 'path';
import { version } from '../../package.json';
import { openapiDocument } from './openapi';

/** Every `$ref` in a document. */
function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : refsIn(inner),
  );
}

describe('openapi.json', () => {
  const document = openapiDocument({ version });

  it('is current; `npm run openapi` writes it', () => {
    const file = resolve(__dirname, '../../openapi.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(document);
  });

  it('defines what it refers to', () => {
    const { schemas } = document.components as { schemas: object };
    const refs = new Set(refsIn(document.paths));
    expect(refs.size).toBeGreaterThan(5);
    for (const ref of refs) {
      expect(Object.keys(schemas)).toContain(
        ref.replace('#/components/schemas/', ''),
      );
    }
  });

  it('gives each operation a name of its own', () => {
    const ids = Object.values(document.paths as Record<string, object>)
      .flatMap(path => Object.values(path))
      .map(({ operationId }: { operationId: string }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
