import { message } from '../../messages';
import { stackObject } from '../../identity/tags';
import { Evidence } from '../../inventory/subject';
import { OwnerCase, SubjectCase } from '../case';
import { objectOf, ownerEvidence } from './parts';
import { FindingRule } from './types';

/** Clocks of AWS and of the cluster may be apart. */
const TOLERANCE_MS = 60_000;

/** That an earlier owner had it: it was seen, or the load balancer is older. */
function earlier(
  { memory, loadBalancer }: SubjectCase,
  { record: { kind, metadata } }: OwnerCase,
): Evidence['message'] | undefined {
  const { namespace, name, uid, creationTimestamp } = metadata;
  const before = memory.owners.find(
    each =>
      each.witnessed &&
      each.uid !== uid &&
      each.kind === kind &&
      each.namespace === namespace &&
      each.name === name,
  );
  if (before) {
    const { lastSeenAt } = before;
    return message('finding.owner-recreated.witnessed', {
      kind,
      namespace,
      name,
      uid: before.uid,
      lastSeenAt,
    });
  }
  const madeAt = loadBalancer?.createdAt;
  return creationTimestamp &&
    madeAt &&
    creationTimestamp > madeAt &&
    Date.parse(creationTimestamp) > Date.parse(madeAt) + TOLERANCE_MS
    ? message('finding.owner-recreated.seen', {
        kind,
        namespace,
        name,
        ownerAt: creationTimestamp,
        loadBalancerAt: madeAt,
      })
    : undefined;
}

/** F3's way out: a re-created owner of the same name took the load balancer over. */
export const ownerRecreated: FindingRule = {
  code: 'owner-recreated',
  title: message('finding.owner-recreated'),
  failureModes: ['F3'],
  find({ subject }) {
    const owner = subject.owners.find(
      ({ namesIt, role }) => namesIt && role === 'member',
    );
    // Members of a group come and go while its load balancer stays.
    if (!owner || !subject.stack || !stackObject(subject.stack.value)) {
      return undefined;
    }
    const seen = earlier(subject, owner);
    return seen
      ? {
          messages: [message('finding.owner-recreated.is', objectOf(owner))],
          who: 'nobody',
          evidence: [ownerEvidence(subject, owner, seen)],
        }
      : undefined;
  },
};
