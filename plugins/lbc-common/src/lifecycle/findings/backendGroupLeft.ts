import { message } from '../../messages';
import { FindingRule } from './types';

/** F27, O7: the shared backend security group, which no load balancer has. */
export const backendGroupLeft: FindingRule = {
  code: 'backend-group-left',
  title: message('finding.backend-group-left'),
  failureModes: ['F27', 'O7', 'O25'],
  find({ subject }) {
    const { kind, identity, securityGroup, scope } = subject;
    return kind === 'security-group' &&
      identity?.role === 'backend-security-group' &&
      securityGroup
      ? {
          messages: [
            message('need.cluster-of-backend-group', {
              clusterTag: identity.clusterTag ?? '?',
            }),
            message('finding.backend-group-left.is'),
          ],
          who: 'platform',
          whatToDo: message('finding.backend-group-left.do'),
          evidence: [
            {
              message: message('finding.backend-group-left.seen', {
                id: securityGroup.id,
                name: securityGroup.name,
              }),
              source: 'aws',
              observedAt: scope?.snapshot.kinds.securityGroups?.observedAt,
              role: 'supports',
            },
          ],
        }
      : undefined;
  },
};
