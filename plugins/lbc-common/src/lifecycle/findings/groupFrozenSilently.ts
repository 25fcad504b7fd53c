import { message } from '../../messages';
import { frozenBy } from '../freeze';
import { objectOf, ownerEvidence } from './parts';
import { FindingRule } from './types';

/** O21: a group order that the controller can't load; it says so only in its log. */
export const groupFrozenSilently: FindingRule = {
  code: 'group-frozen-silently',
  title: message('finding.group-frozen-silently'),
  failureModes: ['F16', 'O21'],
  remedies: true,
  find({ subject }) {
    const frozen = frozenBy(subject);
    if (frozen?.reason.code !== 'claim.group-order-invalid') {
      return undefined;
    }
    return {
      messages: [
        message('state.failing-frozen', {
          ...objectOf(frozen.owner),
          owners: subject.owners.length,
        }),
      ],
      who: 'you',
      whatToDo: message('do.fix-failure', objectOf(frozen.owner)),
      evidence: [ownerEvidence(subject, frozen.owner, frozen.reason, 'blocks')],
    };
  },
};
