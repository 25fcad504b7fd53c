import { message } from '../../messages';
import { OrphanCondition, SHARED_CONDITIONS, met, open } from './conditions';

const vpc: OrphanCondition = {
  id: 'vpc',
  read: ({ securityGroup }) =>
    securityGroup?.vpcId
      ? met(message('proof.vpc', { vpc: securityGroup.vpcId }))
      : open(message('need.vpc')),
};

const described: OrphanCondition = {
  id: 'described',
  // The tagging API knows of groups that are gone.
  read: ({ scope }) => {
    const { securityGroups, loadBalancers } = scope?.snapshot.kinds ?? {};
    return securityGroups?.coverage === 'complete' &&
      loadBalancers?.coverage === 'complete'
      ? met(message('proof.group-unused'))
      : open(message('need.security-groups'));
  },
};

const trackingTags: OrphanCondition = {
  id: 'tracking-tags',
  read: ({ identity }) =>
    identity?.generation === 'lbc' &&
    !identity.missing &&
    identity.role === 'managed-security-group'
      ? met(message('proof.tags', { stack: identity.stack ?? '?' }))
      : open(message('need.tracking-tags')),
};

const seenInUse: OrphanCondition = {
  id: 'cluster-older',
  // EC2 does not tell when a group was made: it may be older than the cluster.
  read: ({ memory }) =>
    memory.owners.some(({ witnessed }) => witnessed)
      ? met(message('proof.group-witnessed'))
      : open(message('need.group-witnessed')),
};

const notAdopted: OrphanCondition = {
  id: 'not-adopted',
  read: ({ tags, infrastructureTags }) => {
    const mark = Object.keys(tags ?? {}).find(
      key =>
        key.startsWith('aws:cloudformation:') ||
        infrastructureTags.includes(key),
    );
    return mark
      ? open(message('need.not-infrastructure', { tag: mark }))
      : met(message('proof.made-by-controller'));
  },
};

/** The proof that a security group is left over (DESIGN §5). */
export const SECURITY_GROUP_CONDITIONS: readonly OrphanCondition[] = [
  SHARED_CONDITIONS.bound,
  SHARED_CONDITIONS.singleBinding,
  vpc,
  SHARED_CONDITIONS.family,
  described,
  trackingTags,
  SHARED_CONDITIONS.classesPresent,
  seenInUse,
  notAdopted,
  SHARED_CONDITIONS.noMassLoss,
  SHARED_CONDITIONS.twice,
];
