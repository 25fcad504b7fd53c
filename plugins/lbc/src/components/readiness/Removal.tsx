import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { lbcTranslationRef } from '../../translation';
import { Section } from '../parts';

/** What removing the controller would leave, which the first tab says. */
export function Removal(props: { cluster: string }) {
  const { cluster } = props;
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <Section title={t('readiness.removal')}>
      <Typography variant="body2">
        {t('readiness.removal.text', { cluster })}
      </Typography>
      <Typography variant="body2">
        <Link to={`../load-balancers?cluster=${encodeURIComponent(cluster)}`}>
          {t('readiness.removal.link')}
        </Link>
      </Typography>
    </Section>
  );
}
