import { message } from '../../messages';
import { Rule } from '../case';

/** 12. Live differs from what the spec asks; only where detail was read, which it is not yet. */
export const drifted: Rule = {
  state: 'drifted',
  onlyWhenProven: true,
  judge: () => ({ holds: false, notExamined: [message('gap.drift')] }),
};
