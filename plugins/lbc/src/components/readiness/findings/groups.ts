import type { Finding } from '../types';

/** Groups of findings by what one does about them; the order is the page's. */
export const GROUPS = ['before', 'during', 'after', 'unknown'] as const;
export type Group = (typeof GROUPS)[number];

/** Findings by what one does about them, in the order that they came. */
export function groupFindings(findings: readonly Finding[]): {
  groups: Record<Group, Finding[]>;
  passed: Finding[];
  notApplicable: Finding[];
} {
  const open = findings.filter(
    ({ status }) => status === 'fail' || status === 'warn',
  );
  const of = (status: Finding['status']) =>
    findings.filter(finding => finding.status === status);
  const at = (when: Finding['when']) => [
    ...open.filter(each => each.when === when && each.status === 'fail'),
    ...open.filter(each => each.when === when && each.status === 'warn'),
  ];
  const unknown = of('unknown');
  return {
    groups: {
      before: at('before'),
      during: at('during'),
      after: at('after'),
      unknown: [
        ...unknown.filter(({ blocking }) => blocking),
        ...unknown.filter(({ blocking }) => !blocking),
      ],
    },
    passed: of('pass'),
    notApplicable: of('not-applicable'),
  };
}

/** How many findings there are of each group; groups without any are left out. */
export function countFindings(
  findings: readonly Finding[],
): Array<{ group: Group | 'passed'; count: number }> {
  const { groups, passed } = groupFindings(findings);
  return [
    ...GROUPS.map(group => ({ group, count: groups[group].length })),
    { group: 'passed' as const, count: passed.length },
  ].filter(({ count }) => count > 0);
}

/**
 * Findings of one check often name the same command, the same thing to do and
 * the same block to apply: once in a list is enough, at the first of them.
 */
export function saidOnce(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  const isNew = (code: string, value: unknown) => {
    const key = `${code} ${JSON.stringify(value)}`;
    const before = seen.size;
    return seen.add(key).size > before;
  };
  return findings.map(({ snippet, ...finding }) => {
    const { code, commands, remedy } = finding;
    return {
      ...finding,
      ...(commands && {
        commands: commands.filter(command => isNew(code, command)),
      }),
      ...(remedy && { remedy: remedy.filter(advice => isNew(code, advice)) }),
      ...(snippet && isNew(code, snippet) && { snippet }),
    };
  });
}
