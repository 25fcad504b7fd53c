import { message } from '../../messages';
import { failureThat } from './parts';
import { FindingRule } from './types';

const DENIED =
  /AccessDenied|UnauthorizedOperation|not authorized to perform: ?\S+/;
const ACTION = /not authorized to perform: ?([\w-]+:\w+)/;
const OPERATION = /operation error ([^:]+): (\w+)/;

/** F19, O19: the controller's role lacks an action, as after an upgrade. */
export const accessDenied: FindingRule = {
  code: 'access-denied',
  title: message('finding.access-denied'),
  failureModes: ['F19', 'O19'],
  remedies: true,
  find({ subject }) {
    const failure = failureThat(subject, DENIED);
    if (!failure) {
      return undefined;
    }
    const action =
      ACTION.exec(failure.text)?.[1] ?? OPERATION.exec(failure.text)?.[2];
    return {
      messages: [
        action
          ? message('finding.access-denied.is', { action })
          : message('finding.access-denied.some'),
        message('finding.access-denied.then'),
      ],
      who: 'platform',
      whatToDo: message('finding.access-denied.do'),
      evidence: [failure.evidence],
    };
  },
};
