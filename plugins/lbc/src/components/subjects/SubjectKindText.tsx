import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { SubjectSummary } from '@lbc-backstage/plugin-lbc-common';
import { lbcTranslationRef } from '../../translation';

/** Type, scheme and whether it is shared; or what the subject is instead. */
export function SubjectKindText(props: { subject: SubjectSummary }) {
  const { kind, loadBalancer, ownerCount, hiddenOwners } = props.subject;
  const members = ownerCount + (hiddenOwners?.count ?? 0);
  const { t } = useTranslationRef(lbcTranslationRef);
  if (!loadBalancer) {
    const words =
      kind === 'owner' ? t('list.noLoadBalancer') : t(`kind.${kind}`);
    return <>{words}</>;
  }
  const words = [
    t(`type.${loadBalancer.type}`),
    loadBalancer.scheme,
    members > 1 && t('list.shared', { number: String(members) }),
  ];
  return <>{words.filter(Boolean).join(' · ')}</>;
}
