import { message } from '../../../messages';
import { objectName, subjectName } from '../../items';
import { PathContext, RemovalPathSubject } from '../input';
import { RemovalGate } from '../types';
import { gate } from './gate';

const HANGS = ['failing', 'stuck-deleting'];

/** Owners whose deletion would hang now, whoever lives. */
function hanging(subject: RemovalPathSubject): string[] {
  const { generation, state, removal } = subject;
  if (generation !== 'lbc' || state === 'orphaned') {
    return [];
  }
  const blocked = (removal?.owners ?? [])
    .filter(
      ({ role, blockers }) =>
        role !== 'disowner' &&
        // That nobody removes it yet is a gate of its own.
        blockers.some(({ decisive, id }) => decisive && id !== 'no-controller'),
    )
    .map(objectName);
  return blocked.length === 0 && HANGS.includes(state)
    ? [subjectName(subject)]
    : blocked;
}

/** A group that does not load, or an owner that something blocks, does not go. */
export function failingGate(context: PathContext): RemovalGate {
  const { subjects, cluster } = context;
  const unjudged = subjects.items.filter(
    ({ generation, state, removal }) =>
      generation === 'lbc' && (state === 'unknown' || !removal),
  );
  return gate({
    id: 'failing',
    items: subjects.items.flatMap(hanging),
    notSeen: [
      ...(subjects.whole
        ? []
        : [
            message('removal-gate.subjects-not-whole', {
              cluster: cluster.cluster,
            }),
          ]),
      ...unjudged
        .slice(0, 5)
        .map(subject =>
          message('removal-gate.state-unknown', { name: subjectName(subject) }),
        ),
    ],
    observedAt: subjects.items.map(({ observedAt }) => observedAt),
    commands: [],
    says: {
      none: message('removal-gate.failing-none'),
      some: count => message('removal-gate.failing', { count }),
    },
  });
}
