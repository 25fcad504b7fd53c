import { TargetGroupBindingObject } from '../../inventory/objects';
import { message } from '../../messages';
import { SubjectCase } from '../case';
import { ClusterFacts } from './clusterFacts';
import { FindingRule } from './types';

/** TargetGroupBindings of the stack whose target group AWS, read whole, has not. */
export function danglingBindings({
  cluster,
  scope,
  stack,
}: SubjectCase): readonly TargetGroupBindingObject[] {
  return cluster && scope?.snapshot.kinds.targetGroups?.coverage === 'complete'
    ? ClusterFacts.of(cluster.snapshot).danglingOf(stack, scope)
    : [];
}

/** F28, O8: a TargetGroupBinding names a target group that is not there. */
export const targetGroupMissing: FindingRule = {
  code: 'target-group-missing',
  title: message('finding.target-group-missing'),
  failureModes: ['F28', 'O8'],
  find({ subject }) {
    const dangling = danglingBindings(subject);
    return dangling.length > 0
      ? {
          messages: [message('finding.target-group-missing.is')],
          who: 'platform',
          whatToDo: message('finding.target-group-missing.do'),
          evidence: dangling.slice(0, 10).map(({ metadata, spec }) => ({
            message: message('binding-state.stranded', {
              namespace: metadata.namespace,
              name: metadata.name,
              arn: spec?.targetGroupARN ?? '?',
            }),
            source: 'aws' as const,
            observedAt: subject.scope?.snapshot.kinds.targetGroups?.observedAt,
            role: 'supports' as const,
          })),
        }
      : undefined;
  },
};
