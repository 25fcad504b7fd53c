import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import { lbcFleetReadPermission } from '@lbc-backstage/plugin-lbc-common';
import { useDoctorHref } from '../../hooks/useDoctorHref';
import { lbcTranslationRef } from '../../translation';

/** The way to the doctor, for those whom it answers. */
export function DoctorLink() {
  const { t } = useTranslationRef(lbcTranslationRef);
  const { allowed } = usePermission({ permission: lbcFleetReadPermission });
  const href = useDoctorHref();
  return allowed && href !== undefined ? (
    <div>
      <Link to={href}>{t('doctor.link')}</Link>
    </div>
  ) : null;
}
