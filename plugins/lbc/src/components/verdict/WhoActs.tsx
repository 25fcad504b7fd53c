import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { EntityVerdict } from '@lbc-backstage/plugin-lbc-common';
import { lbcTranslationRef } from '../../translation';

/** Who has to do something: you, the platform, or nobody. */
export function WhoActs(props: { whoActs: EntityVerdict['whoActs'] }) {
  const { role, entityRef } = props.whoActs;
  const { t } = useTranslationRef(lbcTranslationRef);
  if (role === 'nobody' || !entityRef) {
    return <>{t(`verdict.${role}`)}</>;
  }
  return (
    <>
      {t(`verdict.${role}`)}: <EntityRefLink entityRef={entityRef} />
    </>
  );
}
