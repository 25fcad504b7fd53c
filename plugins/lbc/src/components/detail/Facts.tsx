import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { formatDurationSeconds } from '@lbc-backstage/plugin-lbc-common';
import type { SubjectDetail } from '@lbc-backstage/plugin-lbc-common';
import { quiet } from '../../tones';
import { TimeAgo } from '../../text';
import { lbcTranslationRef } from '../../translation';
import { CopyButton, DataTable, Disclosure, Section } from '../parts';
import { ConvergenceText } from './ConvergenceText';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(180px, 1fr))',
      gap: theme.spacing(1, 3),
      margin: 0,
      '& dt': {
        ...theme.typography.caption,
        color: quiet(theme),
      },
      '& dd': { margin: 0, overflowWrap: 'anywhere' },
    },
    wide: { gridColumn: '1 / -1' },
    copy: { display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) },
  }),
  { name: 'LbcFacts' },
);

function Reconcile(props: { subject: SubjectDetail }) {
  const { lastSuccessAt, lagSeconds } = props.subject.facets.reconcile;
  const { t } = useTranslationRef(lbcTranslationRef);
  if (!lastSuccessAt) {
    return <>{t('detail.facet.reconcileNever')}</>;
  }
  return (
    <>
      <TimeAgo iso={lastSuccessAt} />
      {lagSeconds !== undefined &&
        `, ${t('detail.facet.lag', {
          duration: formatDurationSeconds(lagSeconds),
        })}`}
    </>
  );
}

/** Facets and facts, to look up rather than to read. */
export function Facts(props: { subject: SubjectDetail }) {
  const { subject } = props;
  const { facets, loadBalancer, owners } = subject;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const tags = Object.entries(subject.tags);

  const fact = (term: string, value: ReactNode, wide = false) =>
    value ? (
      <div className={wide ? classes.wide : undefined}>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </div>
    ) : null;

  return (
    <Section title={t('detail.facts')}>
      <Typography component="dl" variant="body2" className={classes.root}>
        {fact(
          t('detail.facet.serving'),
          t(`detail.servingWord.${facets.serving}`),
        )}
        {fact(
          t('detail.facet.attended'),
          t(`detail.attendedWord.${facets.attended}`),
        )}
        {fact(
          t('detail.facet.writes'),
          t(`detail.writesWord.${facets.writes}`),
        )}
        {fact(t('detail.facet.drift'), t(`detail.driftWord.${facets.drift}`))}
        {fact(t('detail.facet.reconcile'), <Reconcile subject={subject} />)}
        {fact(
          t('detail.converged'),
          owners.length === 1 && owners[0].convergence && (
            <ConvergenceText owner={owners[0]} />
          ),
        )}
        {fact(
          t('detail.created'),
          loadBalancer?.createdAt && <TimeAgo iso={loadBalancer.createdAt} />,
        )}
        {fact(
          t('detail.generation'),
          t(`detail.generationWord.${subject.generation}`),
        )}
        {fact(
          t('detail.account'),
          subject.accountId &&
            [subject.accountId, subject.region].filter(Boolean).join(' · '),
        )}
        {fact(t('detail.vpc'), subject.vpcId)}
        {fact(t('detail.stack'), subject.stack)}
        {fact(
          t('detail.arn'),
          loadBalancer && (
            <span className={classes.copy}>
              {loadBalancer.arn}
              <CopyButton text={loadBalancer.arn} label={t('detail.copyArn')} />
            </span>
          ),
          true,
        )}
      </Typography>
      {tags.length > 0 && (
        <Disclosure label={`${t('detail.tags')} (${tags.length})`}>
          <DataTable
            label={t('detail.tags')}
            head={[t('detail.tagKey'), t('detail.tagValue')]}
            rows={tags.map(([key, value]) => ({ key, cells: [key, value] }))}
          />
        </Disclosure>
      )}
    </Section>
  );
}
