import type { ReactNode } from 'react';
import { Content, Header, Page, Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { DoctorResponse } from '@lbc-backstage/plugin-lbc-common';
import { useDoctor } from '../../hooks/useDoctor';
import { Sentence } from '../../text';
import { lbcTranslationRef } from '../../translation';
import { useContentStyles } from '../content/useContentStyles';
import { Notice, Section } from '../parts';
import { LoadError, StaleNotice } from '../states';
import { FindingList } from './FindingList';
import { TargetItem } from './TargetItem';
import { VERDICT_TONES } from './types';

const useStyles = makeStyles(
  theme => ({ text: { ...theme.typography.body2 } }),
  { name: 'LbcDoctor' },
);

/** What the portal can see, what is missing, and what to paste where. */
export function DoctorPage() {
  const { t } = useTranslationRef(lbcTranslationRef);
  const classes = useStyles();
  const { value, error, reload, more } = useDoctor();
  return (
    <Page themeId="tool">
      <Header title={t('doctor.title')} subtitle={t('doctor.subtitle')} />
      <Content className={classes.text}>
        {value && (
          <Diagnosis
            diagnosis={value}
            onMore={more}
            notice={<StaleNotice error={error} onRetry={reload} />}
          />
        )}
        {!value && error && (
          <LoadError title={t('doctor.error')} error={error} onRetry={reload} />
        )}
        {!value && !error && (
          <div role="status" aria-label={t('doctor.loading')}>
            <Progress />
          </div>
        )}
      </Content>
    </Page>
  );
}

function Diagnosis(props: {
  diagnosis: DoctorResponse;
  onMore: () => void;
  /** That it could not be asked again, above what it said before. */
  notice: ReactNode;
}) {
  const { verdict, because, findings, items, nextCursor, jobs, rules } =
    props.diagnosis;
  const classes = useContentStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <div className={classes.root}>
      {props.notice}
      <Notice tone={VERDICT_TONES[verdict]} label={t('doctor.verdict')}>
        <div>
          <strong>{t(`doctor.verdict.${verdict}`)}</strong>
        </div>
        <div>
          <Sentence message={because} />
        </div>
      </Notice>
      <Section title={t('doctor.targets')}>
        <div className={classes.root}>
          {items.length === 0 && <div>{t('doctor.noTargets')}</div>}
          {items.map(target => (
            <TargetItem key={target.id} target={target} />
          ))}
          {nextCursor && (
            <div>
              <Button size="small" variant="outlined" onClick={props.onMore}>
                {t('doctor.more')}
              </Button>
            </div>
          )}
        </div>
      </Section>
      {findings.length > 0 && (
        <Section title={t('doctor.portal')}>
          <FindingList findings={findings} />
        </Section>
      )}
      <Section title={t('doctor.jobs')}>
        <div>
          {t('doctor.jobs.text', {
            due: String(jobs.due),
            running: String(jobs.running),
            overdue: String(jobs.overdue),
            failing: String(jobs.failing),
          })}
        </div>
        <div className={classes.quiet}>
          {t('doctor.rules', { version: String(rules.version) })}
        </div>
      </Section>
    </div>
  );
}
