import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { SubjectForEntity } from '@lbc-backstage/plugin-lbc-common';
import { lbcTranslationRef } from '../../translation';
import { ownerName } from './describe';

/** Whose it is: the entity's share of a shared one, else its owners. */
export function OwnerText(props: { subject: SubjectForEntity }) {
  const { ownRoutes, owners, ownerCount, hiddenOwners, routeCount } =
    props.subject;
  const { t } = useTranslationRef(lbcTranslationRef);
  if (ownRoutes?.length) {
    return (
      <span title={ownRoutes.join('\n')}>
        {t('list.sharedPaths', {
          count: ownRoutes.length,
          total: String(routeCount),
        })}
      </span>
    );
  }
  const [owner] = owners;
  if (!owner) {
    return <>{t('list.noOwner')}</>;
  }
  const name = ownerName(owner);
  const more = ownerCount + (hiddenOwners?.count ?? 0) - 1;
  return (
    <>
      {owner.exists ? name : t('list.ownerGone', { owner: name })}
      {more > 0 && ` ${t('list.moreOwners', { count: more })}`}
    </>
  );
}
