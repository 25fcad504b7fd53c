import { message } from '../../messages';
import { unhealthyTargets } from '../health';
import { awsEvidence } from './parts';
import { renameOf } from './renamed';
import { FindingRule } from './types';

/** O4: the renamed controller took the targets out of the old target groups. */
export const targetsEmptied: FindingRule = {
  code: 'targets-emptied',
  title: message('finding.targets-emptied'),
  failureModes: ['F7', 'O4'],
  find({ subject, judgement }) {
    if (judgement.state !== 'superseded' || !renameOf(subject)) {
      return undefined;
    }
    const { groups, total, unread } = unhealthyTargets(subject);
    if (unread > 0 || !subject.targetGroupsComplete) {
      return { notExamined: [message('finding.targets-emptied.unread')] };
    }
    return groups > 0 && total === 0
      ? {
          messages: [message('finding.targets-emptied.is')],
          who: 'you',
          whatToDo: message('do.move-dns'),
          evidence: [
            awsEvidence(
              subject,
              message('finding.targets-emptied.seen', {
                targetGroups: subject.targetGroups.map(
                  ({ targetGroup }) => targetGroup.name,
                ),
              }),
            ),
          ],
        }
      : undefined;
  },
};
