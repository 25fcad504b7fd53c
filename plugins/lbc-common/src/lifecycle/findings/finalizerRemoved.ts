import { message } from '../../messages';
import { FindingRule } from './types';

/** F3: the owner went, and left what only its finalizer would have cleaned up. */
export const finalizerRemoved: FindingRule = {
  code: 'finalizer-removed',
  title: message('finding.finalizer-removed'),
  failureModes: ['F3'],
  find({ subject, judgement }) {
    const witness = subject.memory.owners.find(({ witnessed }) => witnessed);
    if (
      judgement.state !== 'orphaned' ||
      judgement.disowned ||
      subject.retired ||
      subject.kind !== 'load-balancer' ||
      !witness
    ) {
      return undefined;
    }
    const { kind, namespace, name, lastSeenAt } = witness;
    return {
      messages: [
        message('finding.finalizer-removed.is', { kind, namespace, name }),
      ],
      who: 'you',
      whatToDo: message('do.recreate-and-delete', { kind, namespace, name }),
      evidence: [
        {
          message: message('evidence.owner-witnessed', {
            kind,
            namespace,
            name,
            lastSeenAt,
          }),
          source: 'history',
          observedAt: lastSeenAt,
          role: 'supports',
        },
      ],
    };
  },
};
