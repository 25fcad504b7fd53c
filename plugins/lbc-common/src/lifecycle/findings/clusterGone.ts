import { message } from '../../messages';
import { FindingRule } from './types';

/** F6: the cluster that made it is gone; configuration or EKS says so. */
export const clusterGone: FindingRule = {
  code: 'cluster-gone',
  title: message('finding.cluster-gone'),
  failureModes: ['F6'],
  find({ subject }) {
    const { retired, identity } = subject;
    if (!retired) {
      return undefined;
    }
    const clusterTag = identity?.clusterTag ?? retired.clusterTag;
    return {
      messages: [message('finding.cluster-gone.is', { clusterTag })],
      who: 'platform',
      whatToDo: message('finding.cluster-gone.do'),
      evidence: [
        retired.eks
          ? {
              message: message('proof.cluster-gone', {
                clusterTag,
                ...retired.eks,
              }),
              source: 'aws',
              observedAt: retired.eks.lastAt,
              role: 'supports',
            }
          : {
              message: message('proof.retired', {
                clusterTag,
                by: retired.by,
                retiredAt: retired.at,
              }),
              source: 'configuration',
              role: 'supports',
            },
      ],
    };
  },
};
