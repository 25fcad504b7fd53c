import { GENERATION_MARKS, recognises } from './recognises';
import { parseReleaseVersion } from './versions';

const at = (version: string) => ({ version });

it.each([
  ['ingress', 'v2.0.0', 'manages'],
  ['gateway', 'v2.12.0', 'ignores'],
  ['gateway', 'v2.13.0', 'manages'],
  ['global-accelerator', 'v2.16.0', 'ignores'],
  ['global-accelerator', 'v2.17.0', 'manages'],
  ['backend-security-group', 'v2.2.4', 'ignores'],
  ['backend-security-group', 'v2.3.0', 'manages'],
] as const)('%s by %s: %s', (family, version, expected) => {
  expect(recognises({ generation: 'lbc', family }, at(version))).toBe(expected);
});

it('adopts of v1 what has stack tags, and ignores the rest', () => {
  const generation = 'alb-ingress-v1';
  const ask = (stackTags?: boolean) =>
    recognises(
      { generation, ...(stackTags !== undefined && { stackTags }) },
      at('v3.5.0'),
    );
  expect([ask(true), ask(false), ask()]).toEqual([
    'adopts',
    'ignores',
    'unknown',
  ]);
});

it('never touches what others made', () => {
  for (const generation of ['in-tree', 'eks-auto-mode', 'unmanaged'] as const) {
    expect(recognises({ generation }, at('v3.5.0'))).toBe('ignores');
  }
});

it('does not know what it does not know', () => {
  const question = { generation: 'lbc', family: 'ingress' } as const;
  expect(recognises(question, undefined)).toBe('unknown');
  expect(recognises(question, at('latest'))).toBe('unknown');
  expect(recognises(question, at('v3.5.0-rc1'))).toBe('unknown');
  expect(recognises({ generation: 'lbc' }, at('v3.5.0'))).toBe('unknown');
});

it('names a source and releases for every mark', () => {
  for (const { marks, source, ...since } of GENERATION_MARKS) {
    expect(marks.length).toBeGreaterThan(0);
    expect(source).toMatch(/\.(go|md)/);
    for (const version of [since.writtenSince, since.recognisedSince]) {
      expect(
        version === undefined || parseReleaseVersion(version),
      ).toBeTruthy();
    }
  }
});
