import { isControllerName } from '../../identity/names';
import { stackObject } from '../../identity/tags';
import { bindingsOfArns } from '../../inventory/boundArns';
import { provesAbsence } from '../../inventory/coverage';
import { Message, message } from '../../messages';
import { SubjectCase } from '../case';
import { familyGaps } from '../gaps';
import { seenTwice, waitEnds } from '../sightings';
import { ProofRow } from './rows';

/** What a condition of the orphan proof says. */
export type ConditionReading =
  | {
      met: true;
      /** What was found; absent where another line of the proof says it. */
      message?: Message;
    }
  | OpenCondition;

/** A condition that is not met. */
export interface OpenCondition {
  met: false;
  /** What is missing and would decide. */
  message: Message;
  /** When it may be met, where it waits. */
  decidesAt?: string;
}

/**
 * One line of the proof that a load balancer is orphaned. All must be met;
 * one that is not makes the answer `unknown`, never "not orphaned".
 */
export interface OrphanCondition {
  id: ProofRow;
  read(subject: SubjectCase): ConditionReading;
}

export function met(text?: Message): ConditionReading {
  return { met: true, ...(text && { message: text }) };
}

export function open(text: Message, decidesAt?: string): ConditionReading {
  return { met: false, message: text, ...(decidesAt && { decidesAt }) };
}

const bound: OrphanCondition = {
  id: 'bound',
  read: ({ cluster, bound: isBound, identity }) => {
    const clusterTag = identity?.clusterTag ?? '?';
    // A load balancer that is only remembered may carry another cluster's tag by now.
    return cluster && isBound
      ? met(message('proof.bound', { clusterTag, cluster: cluster.name }))
      : open(message('need.binding', { clusterTag }));
  },
};

/** Whether no other cluster has an owner of the stack that names nothing. */
export function noOwnerWaits({
  stack,
  waitingElsewhere = [],
}: SubjectCase): ConditionReading {
  return waitingElsewhere.length > 0
    ? open(
        message('need.no-owner-elsewhere', {
          stack: stack?.value ?? '?',
          clusters: waitingElsewhere,
        }),
      )
    : met();
}

const singleBinding: OrphanCondition = {
  id: 'single-binding',
  read: subject => {
    const { cluster, boundElsewhere, identity } = subject;
    if (boundElsewhere.length > 0) {
      return open(
        message('need.single-binding', {
          clusterTag: identity?.clusterTag ?? '?',
          clusters: [cluster?.name ?? '?', ...boundElsewhere],
        }),
      );
    }
    return noOwnerWaits(subject);
  },
};

const vpc: OrphanCondition = {
  id: 'vpc',
  // A binding holds for one VPC, so a bound load balancer is in that VPC.
  read: ({ loadBalancer }) =>
    loadBalancer?.vpcId
      ? met(message('proof.vpc', { vpc: loadBalancer.vpcId }))
      : open(message('need.vpc')),
};

const family: OrphanCondition = {
  id: 'family-complete',
  read: subject => {
    const gaps = familyGaps(subject);
    return gaps.length > 0
      ? open(gaps[0])
      : met(message('proof.family', { family: subject.stack?.family ?? '?' }));
  },
};

const namespaceListed: OrphanCondition = {
  id: 'namespaces-listed',
  // A proxy that filters may have hidden its owner's namespace from the first
  // sweep on, and the tag of a group names none. That one was seen to go is in
  // the gaps of the family.
  read: ({ stack, cluster, memory }) => {
    const { namespace } = stackObject(stack?.value ?? '') ?? {};
    if (memory.owners.length > 0) {
      return met();
    }
    if (namespace === undefined) {
      return open(message('need.group-owner', { group: stack?.value ?? '?' }));
    }
    return cluster?.snapshot.kinds.namespaces?.items.some(
      ({ metadata }) => metadata.name === namespace,
    )
      ? met()
      : open(message('gap.namespaces-missing', { namespaces: [namespace] }));
  },
};

const described: OrphanCondition = {
  id: 'described',
  read: ({ scope }) =>
    scope?.snapshot.kinds.loadBalancers?.coverage === 'complete'
      ? met(message('proof.described'))
      : open(message('need.describe')),
};

const trackingTags: OrphanCondition = {
  id: 'tracking-tags',
  read: ({ identity }) =>
    identity?.generation === 'lbc' &&
    !identity.missing &&
    (identity.role === 'load-balancer' || identity.role === 'frontend-nlb')
      ? met(message('proof.tags', { stack: identity.stack ?? '?' }))
      : open(message('need.tracking-tags')),
};

const twice: OrphanCondition = {
  id: 'two-sightings',
  read: ({ memory, settings, without }) => {
    const sighting = memory.sightings['owner-absent'];
    const { orphanGraceSeconds } = settings;
    return seenTwice(sighting, orphanGraceSeconds, without)
      ? met(
          message('proof.sightings', {
            firstAt: sighting.firstClusterSweep,
            lastAt: sighting.lastClusterSweep,
          }),
        )
      : open(
          message('need.second-sighting', { waitSeconds: orphanGraceSeconds }),
          waitEnds(sighting, orphanGraceSeconds),
        );
  },
};

const clusterOlder: OrphanCondition = {
  id: 'cluster-older',
  read: ({ cluster, loadBalancer }) => {
    const created = cluster?.snapshot.kinds.namespaces?.items.find(
      each => each.metadata.name === 'kube-system',
    )?.metadata.creationTimestamp;
    return created !== undefined &&
      loadBalancer?.createdAt !== undefined &&
      Date.parse(created) < Date.parse(loadBalancer.createdAt)
      ? met(message('proof.cluster-older', { createdAt: created }))
      : open(message('need.cluster-older'));
  },
};

const targets: OrphanCondition = {
  id: 'targets-known',
  read: ({ targetGroups, targetGroupsComplete, identities, cluster }) => {
    if (!targetGroupsComplete) {
      return open(message('need.target-groups'));
    }
    const unread = targetGroups.find(({ health }) => !health);
    if (unread) {
      return open(
        message('need.health', { targetGroup: unread.targetGroup.name }),
      );
    }
    const healthy = new Set(
      targetGroups.flatMap(({ health }) =>
        (health?.targets ?? [])
          .filter(({ state }) => state === 'healthy')
          .map(({ id }) => id),
      ),
    );
    const strangers = [...healthy].filter(id => !identities?.found[id]);
    return strangers.length > 0
      ? open(
          message('need.targets-known', {
            targets: strangers.slice(0, 5),
            cluster: cluster?.name ?? '?',
          }),
        )
      : met(message('proof.targets', { healthy: healthy.size }));
  },
};

const targetBindingsRead: OrphanCondition = {
  id: 'target-bindings-read',
  read: ({ targetBindings }) => {
    const unread = targetBindings.find(
      ({ coverage }) => coverage !== 'complete' && coverage !== 'absent',
    );
    return unread
      ? open(message('need.target-bindings', { cluster: unread.cluster }))
      : met();
  },
};

const notBoundByTargetBindings: OrphanCondition = {
  id: 'no-other-target-binding',
  read: ({ targetGroups, targetBindings, cluster }) => {
    const arns = new Set(targetGroups.map(each => each.targetGroup.arn));
    for (const of of targetBindings) {
      const other = bindingsOfArns(of, arns).find(
        each => each.byUser || of.cluster !== cluster?.name,
      );
      if (other) {
        return open(
          message('need.target-group-free', {
            cluster: of.cluster,
            namespace: other.namespace,
            name: other.name,
          }),
        );
      }
    }
    return met(message('proof.target-bindings'));
  },
};

const notAdopted: OrphanCondition = {
  id: 'not-adopted',
  read: ({ loadBalancer, tags, infrastructureTags, memory }) => {
    const mark = Object.keys(tags ?? {}).find(
      key =>
        key.startsWith('aws:cloudformation:') ||
        infrastructureTags.includes(key),
    );
    if (mark) {
      return open(message('need.not-infrastructure', { tag: mark }));
    }
    return isControllerName(loadBalancer?.name ?? '') ||
      memory.owners.some(({ witnessed }) => witnessed)
      ? met(message('proof.made-by-controller'))
      : open(message('need.controller-name'));
  },
};

const noMassLoss: OrphanCondition = {
  id: 'no-mass-loss',
  read: ({ cluster }) =>
    cluster?.massLoss
      ? open(message('need.mass-loss-confirmed', { cluster: cluster.name }))
      : met(message('proof.no-mass-loss')),
};

const classesPresent: OrphanCondition = {
  id: 'no-class-missing',
  // An Ingress whose class or parameters are gone may belong to any group.
  read: ({ stack, cluster, owners }) =>
    cluster && owners.some(({ role }) => role === 'class-missing')
      ? open(message('need.classes', { stack: stack?.value ?? '?' }))
      : met(message('proof.classes')),
};

const ownListComplete: OrphanCondition = {
  id: 'tags-complete',
  read: ({ scope }) =>
    provesAbsence(scope?.snapshot.kinds.tags)
      ? met(message('proof.tags-complete'))
      : open(message('need.tags')),
};

/** Lines that other proofs have, too. */
export const SHARED_CONDITIONS = {
  bound,
  singleBinding,
  vpc,
  family,
  classesPresent,
  noMassLoss,
  described,
  ownListComplete,
  trackingTags,
  targetBindingsRead,
  notBoundByTargetBindings,
  notAdopted,
  targets,
  twice,
} as const;

/** The proof, line by line (DESIGN §5). */
export const ORPHAN_CONDITIONS: readonly OrphanCondition[] = [
  bound,
  singleBinding,
  vpc,
  family,
  namespaceListed,
  described,
  ownListComplete,
  trackingTags,
  classesPresent,
  clusterOlder,
  targetBindingsRead,
  notBoundByTargetBindings,
  notAdopted,
  noMassLoss,
  targets,
  twice,
];
