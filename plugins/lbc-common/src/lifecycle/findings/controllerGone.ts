import { message } from '../../messages';
import { SubjectCase } from '../case';
import { attendanceOf } from '../attendance';
import { blockersOf } from '../blockers';
import { FindingRule } from './types';

/** Owners on their way out that only a controller could let go. */
function hanging(subject: SubjectCase) {
  return subject.owners.flatMap(owner => {
    if (owner.role !== 'leaving' || owner.record.finalizers.length === 0) {
      return [];
    }
    const blocker = blockersOf(subject, owner).find(
      ({ id }) => id === 'no-controller',
    );
    return blocker && !attendanceOf(subject, owner).because
      ? [blocker.evidence]
      : [];
  });
}

/** F1: blocked by its finalizer, and no controller is there to take it off. */
export const controllerGone: FindingRule = {
  code: 'controller-gone',
  title: message('finding.controller-gone'),
  failureModes: ['F1'],
  find({ subject }) {
    const evidence = hanging(subject);
    return evidence.length > 0
      ? {
          messages: [
            evidence[0].message,
            message('finding.controller-gone.is'),
          ],
          who: 'platform',
          whatToDo: message('do.start-controller-to-delete', {
            cluster: subject.cluster?.name ?? '?',
          }),
          evidence,
        }
      : undefined;
  },
};
