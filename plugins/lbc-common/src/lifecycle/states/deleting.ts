import { NO, Rule } from '../case';
import { subjectDeletions } from '../deletion';

/** 3. Deletion asked for, and nothing blocks: the controller deletes next. */
export const deleting: Rule = {
  state: 'deleting',
  judge(subject) {
    const moving = subjectDeletions(subject);
    return moving
      ? {
          holds: true,
          because: moving[0].because,
          evidence: moving.flatMap(({ evidence }) => evidence),
          decidesAt: moving.map(each => each.decidesAt).sort()[0],
        }
      : NO;
  },
};
