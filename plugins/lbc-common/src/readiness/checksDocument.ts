import { renderMessage } from '../messages';
import { READINESS_CHECKS } from './checks';
import type { ReadinessRead } from './input';

const READS: Partial<Record<ReadinessRead, string>> = {
  'kubernetes:version': '`/version`',
  subjects: 'load balancers and their owners',
  detail: 'listeners, rules and attributes',
  iam: 'the role’s policies',
  values: 'the chart’s values',
  fleet: 'other clusters',
  knowledge: 'release data',
};

const TARGETS = { controller: 'controller', kubernetes: 'Kubernetes' } as const;

function readOf(read: ReadinessRead): string {
  return READS[read] ?? `\`${read.replace('kubernetes:', '')}\``;
}

/** docs/checks.md, from the checks themselves. */
export function checksDocument(): string {
  return [
    '# Checks of upgrade readiness',
    '',
    '<!-- Written by `npm run checks`; a test holds it current. -->',
    '',
    'Each check comes out as `pass`, `warn`, `fail`, `unknown` or `not-applicable`. One that _decides_ keeps the verdict from being given while it is `unknown`, also where an input that it reads was not read whole or is older than twice its cadence. A code is never reused. See [readiness.md](readiness.md) for the verdict, attestations and pipelines.',
    '',
    ...table([
      [
        'code',
        'what it looks at',
        'decides',
        'when',
        'for a change of',
        'reads',
      ],
      ...READINESS_CHECKS.map(
        ({ code, title, blocking, when, targets, reads }) => [
          `\`${code}\``,
          renderMessage(title),
          blocking ? 'yes' : 'no',
          when,
          (targets ?? (['controller', 'kubernetes'] as const))
            .map(each => TARGETS[each])
            .join(', '),
          reads.map(readOf).join(', '),
        ],
      ),
    ]),
    '',
  ].join('\n');
}

/** A table with its columns in line, as Prettier has them. */
function table([head, ...rows]: string[][]): string[] {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map(row => row[column].length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`;
  return [
    line(head),
    line(widths.map(width => '-'.repeat(width))),
    ...rows.map(line),
  ];
}
