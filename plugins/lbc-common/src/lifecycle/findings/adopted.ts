import { message } from '../../messages';
import { SubjectCase } from '../case';
import { awsEvidence, holders } from './parts';
import { FindingRule } from './types';

const TAGS = ['/tags', '/aws-load-balancer-additional-resource-tags'];

/** Tag keys that owners, classes or flags may have asked for. */
function mayBeAskedFor(key: string, { owners, cluster }: SubjectCase): boolean {
  const params = cluster?.snapshot.kinds.ingressClassParams?.items ?? [];
  const texts = [
    ...owners.flatMap(({ record }) =>
      Object.entries(record.metadata.annotations ?? {}).flatMap(
        ([annotation, value]) =>
          TAGS.some(suffix => annotation.endsWith(suffix)) ? [value] : [],
      ),
    ),
    ...(cluster?.controllers.controllers ?? []).map(
      ({ flags }) => flags['default-tags'] ?? '',
    ),
  ];
  return (
    texts.some(text =>
      text.split(',').some(pair => pair.split('=')[0].trim() === key),
    ) ||
    params.some(({ spec }) => JSON.stringify(spec?.tags ?? '').includes(key))
  );
}

/**
 * F11: the controller holds it, and infrastructure code made it. That code
 * marks what it makes; a Gateway's own tags are not known here, so only marks
 * that nobody can write by hand count there.
 */
export const adopted: FindingRule = {
  code: 'adopted',
  title: message('finding.adopted'),
  failureModes: ['F11'],
  find({ subject }) {
    const { tags = {}, identity, infrastructureTags, loadBalancer } = subject;
    if (
      !loadBalancer ||
      identity?.generation !== 'lbc' ||
      holders(subject).length === 0
    ) {
      return undefined;
    }
    const mark = Object.keys(tags).find(
      key =>
        key.startsWith('aws:cloudformation:') ||
        (infrastructureTags.includes(key) &&
          identity.family !== 'gateway' &&
          !mayBeAskedFor(key, subject)),
    );
    return mark
      ? {
          messages: [message('finding.adopted.is')],
          who: 'platform',
          whatToDo: message('finding.adopted.do'),
          evidence: [
            awsEvidence(
              subject,
              message('need.not-infrastructure', { tag: mark }),
            ),
          ],
        }
      : undefined;
  },
};
