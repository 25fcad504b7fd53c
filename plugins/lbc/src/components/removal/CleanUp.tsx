import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import type { SubjectDetail } from '@lbc-backstage/plugin-lbc-common';
import { lbcApiRef } from '../../api';
import { useLoad } from '../../hooks/useLoad';
import { lbcTranslationRef } from '../../translation';
import { Disclosure, Section } from '../parts';
import { LoadError } from '../states';
import { CleanUpPlan } from './CleanUpPlan';

function Loaded(props: { subject: SubjectDetail }) {
  const { id, observedAt, state } = props.subject;
  const api = useApi(lbcApiRef);
  const { t } = useTranslationRef(lbcTranslationRef);
  const { value, error, reload } = useLoad(
    id,
    signal => api.getCleanUp({ id, signal }),
    { dependsOn: `${observedAt} ${state}` },
  );
  if (value) {
    return <CleanUpPlan plan={value} />;
  }
  return error ? (
    <LoadError title={t('cleanUp.error')} error={error} onRetry={reload} />
  ) : (
    <Typography variant="body2" role="status">
      {t('cleanUp.loading')}
    </Typography>
  );
}

/** How a person cleans an orphan up; loaded when somebody asks. */
export function CleanUp(props: { subject: SubjectDetail }) {
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <Section title={t('cleanUp.title')}>
      <Disclosure label={t('cleanUp.show')}>
        <Loaded subject={props.subject} />
      </Disclosure>
    </Section>
  );
}
