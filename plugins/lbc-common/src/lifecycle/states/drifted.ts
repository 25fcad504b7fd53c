import { Evidence } from '../../inventory/subject';
import { message } from '../../messages';
import { Rule } from '../case';
import { readDrift } from '../drift';

const MAX_EVIDENCE = 5;

/** 12. Live differs from what the spec asks; only where detail was read. */
export const drifted: Rule = {
  state: 'drifted',
  onlyWhenProven: true,
  judge(subject) {
    const { facet, drift, notExamined } = readDrift(subject);
    if (facet !== 'found' || !drift) {
      return { holds: false, notExamined };
    }
    const found = drift.findings.filter(({ kind }) => kind !== 'ignored');
    return {
      holds: true,
      because: message('state.drifted', {
        loadBalancer: subject.loadBalancer?.name ?? '?',
        count: found.length + drift.moreFindings,
      }),
      evidence: found.slice(0, MAX_EVIDENCE).map(
        (finding): Evidence => ({
          message: finding.message,
          source: 'aws',
          observedAt: drift.observedAt,
          role: 'supports',
        }),
      ),
    };
  },
};
