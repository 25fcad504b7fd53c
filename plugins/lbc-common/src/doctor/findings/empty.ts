import { isWhole } from '../../inventory/coverage';
import { message } from '../../messages';
import { excludeSnippet, finding } from '../finding';
import type { DoctorFinding, DoctorTargetInput } from '../types';

/** A cluster that is seen whole and has nothing to do with AWS, as far as that shows. */
export function emptyFinding(target: DoctorTargetInput): DoctorFinding[] {
  const { kind, name, holds, sources } = target;
  if (
    kind !== 'cluster' ||
    sources.length === 0 ||
    !sources.every(({ coverage }) => isWhole(coverage)) ||
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
      snippets: [excludeSnippet(name)],
    }),
  ];
}
