import { message } from '../../messages';
import { NO, Rule, SubjectCase } from '../case';
import { proveOrphan } from '../orphan';

function orphanedCode({ retired }: SubjectCase) {
  if (retired?.eks) {
    return 'state.orphaned-not-in-eks';
  }
  return retired ? 'state.orphaned-cluster-gone' : 'state.orphaned';
}

/** 6. Nobody owns it any more (DESIGN §5), or the owner neither claims it nor holds a finalizer. */
export const orphaned: Rule = {
  state: 'orphaned',
  judge(subject) {
    const { kind, owners, identity, memory, without } = subject;
    if (kind === 'owner') {
      return NO;
    }
    if (identity?.role === 'backend-security-group') {
      // It belongs to the cluster, which makes and removes it as it needs it.
      return {
        holds: 'unknown',
        wouldDecide: [
          message('need.cluster-of-backend-group', {
            clusterTag: identity.clusterTag ?? '?',
          }),
        ],
      };
    }
    const disowners = owners.filter(({ role }) => role === 'disowner');
    if (owners.length > disowners.length) {
      return NO;
    }
    if (
      disowners.some(({ namesIt }) => namesIt) &&
      !without?.has('status-cleared')
    ) {
      // Its status still names it: somebody relies on it.
      return {
        holds: 'unknown',
        wouldDecide: [message('need.status-cleared')],
      };
    }
    if (
      identity &&
      identity.generation !== 'lbc' &&
      !without?.has('generation')
    ) {
      return {
        holds: 'unknown',
        wouldDecide: [
          message('need.owner-of-other-generation', {
            generation: identity.generation,
          }),
        ],
      };
    }
    const proof = proveOrphan(subject);
    if (!proof.proven) {
      return {
        holds: 'unknown',
        wouldDecide: proof.missing,
        decidesAt: proof.decidesAt,
      };
    }
    const ownerIsThere = disowners.length > 0;
    const code = ownerIsThere ? 'state.disowned' : orphanedCode(subject);
    const witnessed = memory.owners.some(each => each.witnessed);
    return {
      holds: true,
      because: message(code, {
        loadBalancer:
          subject.loadBalancer?.name ?? subject.securityGroup?.name ?? '',
        stack: identity?.stack ?? '?',
        cluster: subject.cluster?.name ?? identity?.clusterTag ?? '?',
      }),
      evidence: [
        ...memory.owners
          .filter(each => each.witnessed)
          .slice(0, 5)
          .map(({ kind: ownerKind, namespace, name, lastSeenAt }) => ({
            message: message('evidence.owner-witnessed', {
              kind: ownerKind,
              namespace,
              name,
              lastSeenAt,
            }),
            source: 'history' as const,
            observedAt: lastSeenAt,
            role: 'supports' as const,
          })),
        ...proof.evidence,
      ],
      grade: witnessed ? 'witnessed' : 'inferred',
      ...(ownerIsThere && { disowned: true }),
    };
  },
};
