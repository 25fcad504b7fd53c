import { message } from '../../messages';
import { awsEvidence, holders } from './parts';
import { FindingRule } from './types';

/** F10, O17: an owner has it, and the tags that the controller finds it by are not whole. */
export const trackingTagsRemoved: FindingRule = {
  code: 'tracking-tags-removed',
  title: message('finding.tracking-tags-removed'),
  failureModes: ['F10', 'O17'],
  find({ subject }) {
    const { loadBalancer, identity } = subject;
    const owner = holders(subject).find(
      ({ namesIt, record }) => namesIt && record.claim.by === 'controller',
    );
    if (
      !loadBalancer ||
      !owner ||
      identity?.generation !== 'lbc' ||
      !identity.missing
    ) {
      return undefined;
    }
    const [missing, name] = [identity.missing, loadBalancer.name];
    return {
      messages: [message('finding.tracking-tags-removed.is', { missing })],
      who: 'platform',
      whatToDo: message('finding.tracking-tags-removed.do', { missing }),
      evidence: [
        awsEvidence(
          subject,
          message('finding.tracking-tags-removed.seen', { name, missing }),
        ),
      ],
    };
  },
};
