import { message } from '../../messages';
import { FindingRule } from './types';

/** F8: two clusters were seen with one cluster name in one VPC. */
export const sameNameTwice: FindingRule = {
  code: 'same-name-twice',
  title: message('finding.same-name-twice'),
  failureModes: ['F8'],
  find({ subject }) {
    const { boundElsewhere, bound, cluster, identity, targetBindings } =
      subject;
    if (boundElsewhere.length === 0) {
      return undefined;
    }
    // Bindings outlive clusters that the portal no longer knows.
    const known = new Set(targetBindings.map(each => each.cluster));
    const clusters = [
      ...(bound && cluster ? [cluster.name] : []),
      ...boundElsewhere.filter(each => known.has(each)),
    ];
    const clusterTag = identity?.clusterTag;
    return clusterTag !== undefined && clusters.length > 1
      ? {
          messages: [
            message('need.single-binding', { clusterTag, clusters }),
            message('finding.same-name-twice.is'),
          ],
          who: 'platform',
          whatToDo: message('finding.same-name-twice.do'),
          evidence: [
            {
              message: message('need.single-binding', { clusterTag, clusters }),
              source: 'history',
              role: 'supports',
            },
          ],
        }
      : undefined;
  },
};
