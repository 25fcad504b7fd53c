import { message } from '../../messages';
import { failureThat } from './parts';
import { FindingRule } from './types';

const AMBIGUOUS =
  /expected exactly one securityGroup tagged with (.+?) for eni (\S+?),? got: (.+?)(?: \(clusterName: (.*?)\))?$/;

/** F26: no security group of a node, or more than one, is the cluster's. */
export const nodeSecurityGroup: FindingRule = {
  code: 'node-security-group',
  title: message('finding.node-security-group'),
  failureModes: ['F26'],
  remedies: true,
  find({ subject }) {
    const failure = failureThat(subject, AMBIGUOUS);
    return failure
      ? {
          messages: [
            message('finding.node-security-group.is', {
              tag: failure.match[1],
              found: failure.match[3],
            }),
          ],
          who: 'platform',
          whatToDo: message('finding.node-security-group.do', {
            tag: failure.match[1],
          }),
          evidence: [failure.evidence],
        }
      : undefined;
  },
};
