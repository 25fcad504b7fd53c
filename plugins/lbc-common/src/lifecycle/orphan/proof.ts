import { Evidence } from '../../inventory/subject';
import { Message } from '../../messages';
import { SubjectCase } from '../case';
import { familyReadAt, scopeReadAt } from '../gaps';
import {
  ORPHAN_CONDITIONS,
  OpenCondition,
  OrphanCondition,
} from './conditions';
import { RETIRED_CONDITIONS } from './retired';
import { SECURITY_GROUP_CONDITIONS } from './securityGroup';

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
  'nothing-lives': 'aws',
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
  const byEks = id === 'retired' && subject.retired?.eks !== undefined;
  const source = byEks ? 'aws' : SOURCES[id] ?? 'kubernetes';
  const observedAt = readAt(subject, source);
  return {
    message: text,
    source,
    ...(observedAt !== undefined && { observedAt }),
    role: 'supports',
  };
}

/** The lines of the proof that a subject needs. */
export function conditionsOf({
  kind,
  retired,
}: SubjectCase): readonly OrphanCondition[] {
  if (kind === 'security-group') {
    return SECURITY_GROUP_CONDITIONS;
  }
  return retired ? RETIRED_CONDITIONS : ORPHAN_CONDITIONS;
}

/** Reads every line of the proof; none is skipped, so that all gaps are named at once. */
export function proveOrphan(subject: SubjectCase): OrphanProof {
  const conditions = conditionsOf(subject);
  const evidence: Evidence[] = [];
  const open: OpenCondition[] = [];
  for (const { id, read } of conditions) {
    if (subject.without?.has(id)) {
      continue;
    }
    const reading = read(subject);
    if (!reading.met) {
      open.push(reading);
    } else if (reading.message) {
      evidence.push(evidenceOf(subject, id, reading.message));
    }
  }
  return {
    proven: open.length === 0,
    evidence,
    missing: open.map(reading => reading.message),
    decidesAt: open.flatMap(({ decidesAt }) => decidesAt ?? []).sort()[0],
  };
}
