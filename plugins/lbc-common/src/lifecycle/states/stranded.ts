import { message } from '../../messages';
import { NO, Rule, isAwsUnread } from '../case';
import { seenTwice, waitEnds } from '../sightings';

/**
 * 4. An owner that points at a load balancer which AWS, completely read, does
 * not have, and that has no other one. The scope to look in is proven by a
 * binding of the cluster; without one nobody knows where the name belongs.
 */
export const stranded: Rule = {
  state: 'stranded',
  judge(subject) {
    const { kind, owners, scope, memory } = subject;
    const [owner] = owners;
    if (kind !== 'owner' || !owner || owner.role === 'leaving') {
      return NO;
    }
    const { record } = owner;
    if (record.hostnames.length === 0) {
      return NO;
    }
    if (!scope || isAwsUnread(subject)) {
      // Failing, deleting and unattended are still decided (DESIGN §6).
      return {
        holds: false,
        notExamined: [
          message('need.scope-of-hostname', { hostname: record.hostnames[0] }),
        ],
      };
    }
    // AWS must have been read after the status was.
    const sighting = memory.sightings.stranded;
    const readAfter =
      sighting !== undefined &&
      sighting.lastScopeRead > sighting.firstClusterSweep;
    if (!readAfter || !seenTwice(sighting, 0)) {
      return {
        holds: 'unknown',
        wouldDecide: [message('need.second-reading-of-aws')],
        decidesAt: waitEnds(sighting, 0),
      };
    }
    return {
      holds: true,
      because: message('state.stranded', {
        kind: record.kind,
        namespace: record.metadata.namespace,
        name: record.metadata.name,
        hostname: record.hostnames[0],
      }),
      evidence: [
        {
          message: message('evidence.not-in-aws', {
            hostname: record.hostnames[0],
            accountId: scope.snapshot.accountId,
            region: scope.snapshot.region,
          }),
          source: 'aws',
          observedAt: scope.snapshot.kinds.loadBalancers?.observedAt,
          role: 'supports',
        },
      ],
    };
  },
};
