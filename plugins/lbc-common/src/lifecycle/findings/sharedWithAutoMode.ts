import { message } from '../../messages';
import { ClusterFacts } from './clusterFacts';
import { FindingRule } from './types';

/** F29: EKS Auto Mode binds a target group of the controller's stack, too. */
export const sharedWithAutoMode: FindingRule = {
  code: 'shared-with-auto-mode',
  title: message('finding.shared-with-auto-mode'),
  failureModes: ['F29'],
  find({ subject }) {
    const { cluster, stack } = subject;
    if (!cluster) {
      return undefined;
    }
    const { snapshot } = cluster;
    if (!snapshot.kinds.autoModeTargetGroupBindings?.items.length) {
      return undefined;
    }
    const facts = ClusterFacts.of(snapshot);
    const shared = facts
      .bindingsOf(stack)
      .find(
        ({ spec }) =>
          spec?.targetGroupARN !== undefined &&
          spec.multiClusterTargetGroup !== true &&
          facts.isBoundByAutoMode(spec.targetGroupARN),
      );
    if (!shared) {
      return undefined;
    }
    const { namespace, name } = shared.metadata;
    const said = message('finding.shared-with-auto-mode.is', {
      namespace,
      name,
    });
    return {
      messages: [said, message('finding.shared-with-auto-mode.then')],
      who: 'platform',
      whatToDo: message('finding.shared-with-auto-mode.do'),
      evidence: [
        {
          message: said,
          source: 'kubernetes',
          observedAt: snapshot.kinds.autoModeTargetGroupBindings?.observedAt,
          role: 'supports',
        },
      ],
    };
  },
};
