import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { TimeAgo } from '../../../text';
import { lbcTranslationRef } from '../../../translation';
import type { Finding } from '../types';

/** Somebody's word for what could not be seen: who, when, until when, and why. */
export function Attested(props: {
  attestation: NonNullable<Finding['attestation']>;
}) {
  const { by, at, expiresAt, why } = props.attestation;
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <>
      {t('readiness.attested', {
        by: by.includes(':') ? <EntityRefLink entityRef={by} /> : by,
        when: <TimeAgo iso={at} />,
        until: <TimeAgo iso={expiresAt} format="when" />,
        why,
      })}
    </>
  );
}
