import { message } from '../../messages';
import { FindingRule } from './types';

/** F5: the namespace of an owner is being deleted and waits for its finalizer. */
export const namespaceTerminating: FindingRule = {
  code: 'namespace-terminating',
  title: message('finding.namespace-terminating'),
  failureModes: ['F5'],
  find({ subject }) {
    const kind = subject.cluster?.snapshot.kinds.namespaces;
    const leaving = new Set(
      subject.owners.flatMap(({ record }) =>
        record.metadata.deletionTimestamp && record.finalizers.length > 0
          ? [record.metadata.namespace]
          : [],
      ),
    );
    const terminating =
      leaving.size === 0
        ? undefined
        : kind?.items.find(
            ({ metadata, status }) =>
              leaving.has(metadata.name) &&
              (metadata.deletionTimestamp !== undefined ||
                status?.phase === 'Terminating'),
          );
    if (!terminating) {
      return undefined;
    }
    const namespace = terminating.metadata.name;
    const waits = terminating.status?.conditions?.find(
      each =>
        each.type === 'NamespaceFinalizersRemaining' && each.status === 'True',
    );
    return {
      messages: [message('finding.namespace-terminating.is', { namespace })],
      who: 'platform',
      whatToDo: message('finding.namespace-terminating.do', { namespace }),
      evidence: [
        {
          message: waits?.message
            ? message('evidence.condition-true', {
                kind: 'Namespace',
                name: namespace,
                type: waits.type,
                text: waits.message,
              })
            : message('finding.namespace-terminating.seen', { namespace }),
          source: 'kubernetes',
          observedAt: kind?.observedAt,
          role: 'supports',
        },
      ],
    };
  },
};
