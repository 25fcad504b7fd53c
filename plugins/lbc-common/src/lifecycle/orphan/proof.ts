import { Evidence } from '../../inventory/subject';
import { Message } from '../../messages';
import { SubjectCase } from '../case';
import { ORPHAN_CONDITIONS } from './conditions';

/** The proof that nobody needs a load balancer any more, as far as it goes. */
export interface OrphanProof {
  proven: boolean;
  evidence: Evidence[];
  missing: Message[];
  decidesAt?: string;
}

const AWS_LINES = new Set([
  'described',
  'tracking-tags',
  'vpc',
  'targets-known',
]);

/** Reads every line of the proof; none is skipped, so that all gaps are named at once. */
export function proveOrphan(subject: SubjectCase): OrphanProof {
  const readings = ORPHAN_CONDITIONS.map(condition => ({
    id: condition.id,
    reading: condition.read(subject),
  }));
  const open = readings.filter(({ reading }) => !reading.met);
  return {
    proven: open.length === 0,
    evidence: readings
      .filter(({ reading }) => reading.met)
      .map(
        ({ id, reading }): Evidence => ({
          message: reading.message,
          source: AWS_LINES.has(id) ? 'aws' : 'kubernetes',
          role: 'supports',
        }),
      ),
    missing: open.map(({ reading }) => reading.message),
    decidesAt: open.flatMap(({ reading }) => reading.decidesAt ?? []).sort()[0],
  };
}
