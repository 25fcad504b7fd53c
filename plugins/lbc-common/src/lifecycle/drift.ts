import { SubjectDrift } from '../inventory/subject';
import { Message, message } from '../messages';
import { SubjectCase } from './case';

/** What is known of a stack's drift now. */
export interface DriftReading {
  facet: SubjectDrift['facet'];
  /** Absent where nothing was compared, or it no longer counts. */
  drift?: SubjectDrift;
  /** Why it was not examined, or not all of it. */
  notExamined: Message[];
}

function newest(times: Array<string | undefined>): string {
  return times.reduce<string>(
    (best, each) => (each && each > best ? each : best),
    '',
  );
}

/**
 * What the comparison of a stack says, unless its live side was read before the
 * owners last changed or the controller last succeeded: then it may be as asked.
 */
export function readDrift(subject: SubjectCase): DriftReading {
  const { drift, owners, memory } = subject;
  if (!drift) {
    return { facet: 'not-examined', notExamined: [message('gap.drift')] };
  }
  const changedAt = newest(
    owners.map(({ record }) => record.metadata.specChangedAt),
  );
  const succeededAt = newest([
    memory.lastSuccessAt,
    ...owners.map(({ record }) => record.events.lastSuccessAt),
  ]);
  const { observedAt } = drift;
  if (changedAt > observedAt || succeededAt > observedAt) {
    return {
      facet: 'not-examined',
      notExamined: [
        message(
          changedAt > observedAt
            ? 'gap.drift-before-change'
            : 'gap.drift-before-success',
          { observedAt },
        ),
      ],
    };
  }
  return { facet: drift.facet, drift, notExamined: drift.notExamined };
}
