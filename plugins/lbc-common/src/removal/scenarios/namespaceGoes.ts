import { message } from '../../messages';
import { holdersOf, judgeDeparture } from '../departure';
import { bindingHangs } from '../items';
import { orderOf } from '../order';
import { KnownSubject, Scenario } from '../scenario';
import { RemovalHang, WhatIfQuestion } from '../types';

/** The namespace that is meant: the one asked for, or that of the first owner. */
function namespaceOf(
  subject: KnownSubject,
  { namespace }: WhatIfQuestion,
): string | undefined {
  return namespace ?? holdersOf(subject)[0]?.namespace;
}

/** A whole namespace is deleted: all owners in it at once (F5). */
export const namespaceGoes: Scenario = {
  id: 'namespace-goes',
  judge(subject, question) {
    const namespace = namespaceOf(subject, question);
    const answer = judgeDeparture(
      subject,
      owner => owner.namespace === namespace,
    );
    if (answer.hangs.length === 0 || namespace === undefined) {
      return answer;
    }
    const gone = subject.controller === 'gone';
    const bindings = gone
      ? subject.targetBindings.filter(each => each.namespace === namespace)
      : [];
    const hangs: RemovalHang[] = [
      ...answer.hangs,
      ...bindingHangs(bindings),
      {
        object: `Namespace ${namespace}`,
        finalizers: [],
        when: 'then',
        because: message('what-if.hangs.namespace', {
          namespace,
          count: answer.hangs.length + bindings.length,
        }),
      },
    ];
    return { ...answer, hangs };
  },
  order: (question, answers) =>
    orderOf(question, answers, ['owners', 'wait', 'bindings', 'namespace']),
  notes: ({ namespace, looseTargetBindings = [] }, answers) => [
    ...(answers.some(({ stays }) =>
      stays.some(
        ({ because }) => because.code === 'what-if.stays.other-members',
      ),
    )
      ? [message('what-if.note.members-outside')]
      : []),
    ...(looseTargetBindings.some(
      each => namespace === undefined || each.namespace === namespace,
    )
      ? [message('what-if.note.loose-bindings-go')]
      : []),
  ],
};
