import { message } from '../../messages';
import { OwnerCase, SubjectCase } from '../case';
import { ToldFailure, failuresOf } from './parts';
import { FindingRule } from './types';

const BY_KEY = /\bingress: ([a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9.-]*)/;
const PROTECTED = /cannot delete the ingress: ([a-z0-9][a-z0-9.-]*)/;

/** The member that a failure of the group's model names. */
function named(
  { owners }: SubjectCase,
  { text, reason }: ToldFailure,
): OwnerCase | undefined {
  if (reason !== 'FailedBuildModel') {
    return undefined;
  }
  const key = BY_KEY.exec(text)?.[1].replace(/[.:]+$/, '');
  const name = PROTECTED.exec(text)?.[1];
  return owners.find(
    ({ role, record: { kind, metadata } }) =>
      kind === 'Ingress' &&
      (`${metadata.namespace}/${metadata.name}` === key ||
        (role === 'leaving' && metadata.name === name)),
  );
}

/** F16: one member's mistake stops the whole group, and the controller names it. */
export const groupFrozen: FindingRule = {
  code: 'group-frozen',
  title: message('finding.group-frozen'),
  failureModes: ['F16'],
  find({ subject }) {
    if (subject.stack?.family !== 'ingress' || subject.owners.length < 2) {
      return undefined;
    }
    for (const failure of failuresOf(subject)) {
      const bad = named(subject, failure);
      if (bad) {
        const { namespace, name } = bad.record.metadata;
        return {
          messages: [
            message('finding.group-frozen.is', {
              namespace,
              name,
              members: subject.owners.length,
            }),
            message('then.group-frozen'),
          ],
          who: 'you',
          whatToDo: message('do.fix-failure', {
            kind: 'Ingress',
            namespace,
            name,
          }),
          evidence: [failure.evidence],
        };
      }
    }
    return undefined;
  },
};
