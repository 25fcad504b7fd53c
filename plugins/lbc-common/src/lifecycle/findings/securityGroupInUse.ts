import { sameStack } from '../../identity/claims';
import { Evidence } from '../../inventory/subject';
import { message } from '../../messages';
import { stackOf } from '../../inventory/cases';
import { SubjectCase } from '../case';
import { SECURITY_GROUP_IN_USE } from '../refusals';
import { failureThat } from './parts';
import { FindingRule } from './types';

/** The security group that a stack without load balancer still has. */
function leftGroup(subject: SubjectCase): Evidence | undefined {
  const { scope, stack, settings, now, cluster } = subject;
  const asked = subject.owners[0]?.record.metadata.deletionTimestamp;
  const waited = (Date.parse(now) - Date.parse(asked ?? now)) / 1000;
  if (
    !scope ||
    !stack ||
    cluster?.controllers.liveness !== 'alive' ||
    waited < settings.stuckAfterSeconds ||
    scope.snapshot.kinds.loadBalancers?.coverage !== 'complete'
  ) {
    return undefined;
  }
  // Target groups go before the security group: one that is left is in the way.
  const isLeft = [...scope.targetGroups.values()].some(({ identity }) => {
    const of = stackOf(identity);
    return of && sameStack(of, stack);
  });
  if (
    isLeft ||
    scope.snapshot.kinds.targetGroups?.coverage !== 'complete' ||
    scope.snapshot.kinds.tags?.coverage !== 'complete'
  ) {
    return undefined;
  }
  const tag = new Set(
    cluster.controllers.controllers.map(({ flags }) => flags['cluster-name']),
  );
  for (const {
    securityGroup,
    identity,
    usedBy,
  } of scope.securityGroups.values()) {
    const of = stackOf(identity);
    if (
      identity.role === 'managed-security-group' &&
      of &&
      sameStack(of, stack) &&
      tag.has(identity.clusterTag ?? '') &&
      usedBy.length === 0
    ) {
      return {
        message: message('finding.security-group-in-use.seen', {
          id: securityGroup.id,
          name: securityGroup.name,
        }),
        source: 'aws',
        observedAt: scope.snapshot.kinds.securityGroups?.observedAt,
        role: 'blocks',
      };
    }
  }
  return undefined;
}

/**
 * F14: the deletion goes on until the security group, which something else
 * names. What names it EC2 would only tell by all rules of all groups.
 */
export const securityGroupInUse: FindingRule = {
  code: 'security-group-in-use',
  title: message('finding.security-group-in-use'),
  failureModes: ['F14'],
  remedies: true,
  find({ subject }) {
    const leaving = subject.owners.some(
      ({ record }) => record.metadata.deletionTimestamp,
    );
    if (!leaving) {
      return undefined;
    }
    const failure = failureThat(subject, SECURITY_GROUP_IN_USE);
    const evidence =
      failure?.evidence ??
      (subject.kind === 'owner' ? leftGroup(subject) : undefined);
    if (evidence) {
      return {
        messages: [message('finding.security-group-in-use.is')],
        who: 'platform',
        whatToDo: message('finding.security-group-in-use.do'),
        evidence: [evidence],
      };
    }
    return subject.kind === 'owner' &&
      subject.scope &&
      !subject.scope.snapshot.kinds.securityGroups
      ? { notExamined: [message('finding.security-group-in-use.unread')] }
      : undefined;
  },
};
