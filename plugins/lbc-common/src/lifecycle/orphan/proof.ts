import { Evidence } from '../../inventory/subject';
import { Message } from '../../messages';
import { SubjectCase } from '../case';
import { familyReadAt, scopeReadAt } from '../gaps';
import { ORPHAN_CONDITIONS, RETIRED_CONDITIONS } from './conditions';

/** The proof that nobody needs a load balancer any more, as far as it goes. */
export interface OrphanProof {
  proven: boolean;
  evidence: Evidence[];
  missing: Message[];
  decidesAt?: string;
}

/** Where each line was read; the others come from the cluster. */
const SOURCES: Readonly<Record<string, Evidence['source']>> = {
  described: 'aws',
  'tracking-tags': 'aws',
  'tags-complete': 'aws',
  'not-adopted': 'aws',
  retired: 'configuration',
  vpc: 'aws',
  'targets-known': 'aws',
  'two-sightings': 'history',
  'no-mass-loss': 'history',
};

/** What a line rests on is as old as the list that it was read in. */
function readAt(
  subject: SubjectCase,
  source: Evidence['source'],
): string | undefined {
  if (source === 'history') {
    return subject.now;
  }
  return source === 'aws' ? scopeReadAt(subject) : familyReadAt(subject);
}

function evidenceOf(subject: SubjectCase, id: string, text: Message): Evidence {
  const source = SOURCES[id] ?? 'kubernetes';
  const observedAt = readAt(subject, source);
  return {
    message: text,
    source,
    ...(observedAt !== undefined && { observedAt }),
    role: 'supports',
  };
}

/** Reads every line of the proof; none is skipped, so that all gaps are named at once. */
export function proveOrphan(subject: SubjectCase): OrphanProof {
  const conditions = subject.retired ? RETIRED_CONDITIONS : ORPHAN_CONDITIONS;
  const readings = conditions.map(condition => ({
    id: condition.id,
    reading: condition.read(subject),
  }));
  const open = readings.filter(({ reading }) => !reading.met);
  return {
    proven: open.length === 0,
    evidence: readings
      .filter(({ reading }) => reading.met)
      .map(({ id, reading }) => evidenceOf(subject, id, reading.message)),
    missing: open.map(({ reading }) => reading.message),
    decidesAt: open.flatMap(({ reading }) => reading.decidesAt ?? []).sort()[0],
  };
}
