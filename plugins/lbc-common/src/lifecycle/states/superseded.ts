import { Message, message } from '../../messages';
import { Evidence } from '../../inventory/subject';
import { NO, Rule, SubjectCase } from '../case';
import { SHARED_CONDITIONS } from '../orphan/conditions';
import { seenTwice, waitEnds } from '../sightings';
import { familyGaps, familyReadAt } from '../gaps';

/**
 * That one controller made both under two names of its cluster. Claimed where
 * both are bound to one cluster, or where the older one's name holds the UID
 * of an owner that lives (DESIGN §5).
 */
function renameEvidence(subject: SubjectCase): Evidence[] {
  const { identity, scope, successor, rename } = subject;
  const to =
    successor && scope?.loadBalancers.get(successor.arn)?.identity?.clusterTag;
  const from = identity?.clusterTag;
  if (!rename || from === undefined || to === undefined || from === to) {
    return [];
  }
  return [
    {
      message: message(
        rename === 'name' ? 'evidence.renamed-by-uid' : 'evidence.renamed',
        { from, to, cluster: subject.cluster?.name ?? '?' },
      ),
      source: rename === 'name' ? 'aws' : 'history',
      observedAt: subject.now,
      role: 'supports',
    },
  ];
}

/**
 * A cluster that was restored from a copy has the UIDs of the one it was copied
 * from, which may live: then something answers behind the older one.
 */
function strangersBehind(subject: SubjectCase): Message[] {
  const reading = SHARED_CONDITIONS.targets.read(subject);
  return subject.rename === 'name' && !reading.met ? [reading.message] : [];
}

/**
 * 5. The owner has another load balancer now; this one is left over. Claimed
 * only for a cluster that is proven to be bound to this value of the cluster
 * tag: the same stack under two names is blue/green as a rule (DESIGN §5).
 */
export const superseded: Rule = {
  state: 'superseded',
  judge(subject) {
    const { kind, successor, owners, cluster, boundElsewhere } = subject;
    if (kind !== 'load-balancer' || !successor || !cluster) {
      return NO;
    }
    if (owners.some(({ namesIt }) => namesIt)) {
      return NO;
    }
    const { orphanGraceSeconds } = subject.settings;
    const sighting = subject.memory.sightings.superseded;
    const needs = [
      ...familyGaps(subject),
      ...(boundElsewhere.length > 0
        ? [
            message('need.single-binding', {
              clusterTag: subject.identity?.clusterTag ?? '?',
              clusters: [cluster.name, ...boundElsewhere],
            }),
          ]
        : []),
      ...strangersBehind(subject),
      ...(seenTwice(sighting, orphanGraceSeconds)
        ? []
        : [
            message('need.second-sighting', {
              waitSeconds: orphanGraceSeconds,
            }),
          ]),
    ];
    if (needs.length > 0) {
      return {
        holds: 'unknown',
        wouldDecide: needs,
        decidesAt: waitEnds(sighting, orphanGraceSeconds),
      };
    }
    return {
      holds: true,
      because: message('state.superseded', {
        loadBalancer: subject.loadBalancer?.name ?? '',
        successor: successor.name,
      }),
      evidence: [
        ...renameEvidence(subject),
        {
          message: message('evidence.successor', {
            successor: successor.name,
            hostname: successor.dnsName,
          }),
          source: 'kubernetes',
          observedAt: familyReadAt(subject),
          role: 'supports',
        },
      ],
    };
  },
};
