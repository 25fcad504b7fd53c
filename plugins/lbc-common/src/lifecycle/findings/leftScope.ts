import { message } from '../../messages';
import { attendanceOf } from '../attendance';
import { staying } from '../case';
import { objectOf, ownerEvidence } from './parts';
import { FindingRule } from './types';

/** F18: the owner left what the controller looks at, or the controller looks elsewhere. */
export const leftScope: FindingRule = {
  code: 'left-scope',
  title: message('finding.left-scope'),
  failureModes: ['F18'],
  find({ subject }) {
    const isNarrowed = subject.cluster?.controllers.controllers.some(
      ({ flags }) => flags['watch-namespace'],
    );
    for (const owner of subject.owners) {
      const { claim, metadata, finalizers } = owner.record;
      const unwatched = isNarrowed
        ? attendanceOf(subject, owner).because
        : undefined;
      if (unwatched && owner.role !== 'disowner') {
        return {
          messages: [unwatched, message('finding.left-scope.unwatched')],
          who: 'platform',
          whatToDo: message('finding.left-scope.watch', {
            namespace: metadata.namespace,
          }),
          evidence: [ownerEvidence(subject, owner, unwatched, 'blocks')],
        };
      }
      if (
        owner.role === 'leaving' &&
        !metadata.deletionTimestamp &&
        (claim.status === 'other' || claim.status === 'nobody')
      ) {
        return {
          messages: [
            message(
              staying(subject).length > 0
                ? 'finding.left-scope.member'
                : 'finding.left-scope.is',
              objectOf(owner),
            ),
          ],
          who: 'you',
          whatToDo: message('finding.left-scope.do', objectOf(owner)),
          evidence: [
            ownerEvidence(
              subject,
              owner,
              message('evidence.released', { ...objectOf(owner), finalizers }),
            ),
          ],
        };
      }
    }
    return undefined;
  },
};
