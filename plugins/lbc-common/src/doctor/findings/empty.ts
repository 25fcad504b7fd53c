import { message } from '../../messages';
import { finding } from '../finding';
import type { DoctorFinding, DoctorTargetInput } from '../types';

/** A cluster that is seen whole and has nothing to do with AWS, as far as that shows. */
export function emptyFinding(target: DoctorTargetInput): DoctorFinding[] {
  const { kind, name, holds, sources } = target;
  const isWhole = sources.every(({ coverage }) =>
    ['complete', 'absent'].includes(coverage),
  );
  if (
    kind !== 'cluster' ||
    sources.length === 0 ||
    !isWhole ||
    !holds ||
    holds.controllers + holds.subjects > 0
  ) {
    return [];
  }
  return [
    finding('cluster-without-load-balancers', 'info', {
      target: target.id,
      message: message('doctor.cluster-empty', { cluster: name }),
      remedy: message('doctor.do-exclude', { cluster: name }),
      snippets: [
        {
          purpose: message('doctor.snippet-exclude', { cluster: name }),
          language: 'yaml',
          text: [
            'lbc:',
            '  clusters:',
            '    exclude:',
            `      - ${JSON.stringify(name)}`,
          ].join('\n'),
        },
      ],
    }),
  ];
}
