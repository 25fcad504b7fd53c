import { message } from '../../messages';
import { ClusterFacts } from './clusterFacts';
import { FindingRule } from './types';

/** O2: TargetGroupBindings that outlived the owner they were made for. */
export const bindingsLeftBehind: FindingRule = {
  code: 'bindings-left-behind',
  title: message('finding.bindings-left-behind'),
  failureModes: ['O2'],
  find({ subject, judgement }) {
    const { cluster, stack } = subject;
    if (judgement.state !== 'orphaned' || judgement.disowned || !cluster) {
      return undefined;
    }
    const { snapshot } = cluster;
    const left = ClusterFacts.of(snapshot).bindingsOf(stack);
    const bindings = left.map(
      ({ metadata }) => `${metadata.namespace}/${metadata.name}`,
    );
    return bindings.length > 0
      ? {
          messages: [message('finding.bindings-left-behind.is', { bindings })],
          who: 'platform',
          whatToDo: message('finding.bindings-left-behind.do'),
          evidence: [
            {
              message: message('finding.bindings-left-behind.seen', {
                bindings,
                stack: stack?.value ?? '?',
              }),
              source: 'kubernetes',
              observedAt: snapshot.kinds.targetGroupBindings?.observedAt,
              role: 'supports',
            },
          ],
        }
      : undefined;
  },
};
