import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type {
  CoverageItem,
  SubjectForEntity,
} from '@lbc-backstage/plugin-lbc-common';
import { lbcApiRef } from '../../api';
import { useLoad } from '../../hooks/useLoad';
import { lbcTranslationRef } from '../../translation';
import { notSaid } from '../coverage/describe';
import { CoverageBanner } from '../coverage/CoverageBanner';
import { Lifelines } from '../lifelines/Lifelines';
import { Notice, Section } from '../parts';
import { visuallyHidden } from '../parts/visuallyHidden';
import { CleanUp, WhatIf } from '../removal';
import { DetailSkeleton, LoadError } from '../states';
import { ownerName, subjectName } from '../subjects/describe';
import { Backends } from './Backends';
import { Chain } from './Chain';
import { Commands } from './Commands';
import { Drift } from './Drift';
import { Facts } from './Facts';
import { Health } from './Health';
import { History } from './History';
import { KnownPatterns } from './KnownPatterns';
import { Members } from './Members';
import { withReading } from './reading';
import { Stack } from './stack';
import { TargetBindings } from './TargetBindings';
import { Then } from './Then';
import { Why } from './Why';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2.5), minWidth: 0 },
    pair: {
      display: 'grid',
      gap: theme.spacing(2.5, 4),
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
      // Nobody is a member, and nothing is behind it.
      '&:empty': { display: 'none' },
    },
  }),
  { name: 'LbcSubjectDetails' },
);

/** Everything known of one subject, in the order in which people ask. */
export function SubjectDetails(props: {
  summary: SubjectForEntity;
  /** What the tab says of coverage already, above the list. */
  coverageAbove?: readonly CoverageItem[];
}) {
  const { summary, coverageAbove = [] } = props;
  const classes = useStyles();
  const api = useApi(lbcApiRef);
  const { t } = useTranslationRef(lbcTranslationRef);
  const { value, error, reload } = useLoad(
    summary.id,
    signal => api.getSubject({ id: summary.id, signal }),
    // A list that was read later has newer details behind it.
    { dependsOn: `${summary.observedAt} ${summary.state}` },
  );

  if (!value) {
    return error ? (
      <LoadError title={t('error.detail')} error={error} onRetry={reload} />
    ) : (
      <DetailSkeleton />
    );
  }

  const owner = value.owners[0];
  const live = withReading(value);
  return (
    <div className={classes.root}>
      <h3 style={visuallyHidden}>
        {subjectName(value)}
        {value.loadBalancer && owner && ` · ${ownerName(owner)}`}
      </h3>
      {error && (
        <Notice
          tone="amber"
          role="alert"
          action={
            <Button size="small" onClick={reload}>
              {t('retry')}
            </Button>
          }
        >
          {t('staleError', { error: error.message })}
        </Notice>
      )}
      <Section title={t('lifelines.title')}>
        <Lifelines subject={value} />
      </Section>
      <Chain subject={live} />
      <Stack subject={value} onRead={reload} />
      <Drift subject={value} />
      <div className={classes.pair}>
        <Why subject={value} />
        <Then subject={value} />
      </div>
      <KnownPatterns subject={value} />
      <Commands subject={value} />
      <WhatIf subject={value} />
      {value.state === 'orphaned' && <CleanUp subject={value} />}
      <Health subject={live} />
      <TargetBindings subject={value} />
      <div className={classes.pair}>
        <Members subject={value} />
        <Backends subject={value} own={summary.ownRoutes} />
      </div>
      <CoverageBanner coverage={notSaid(value.coverage, coverageAbove)} />
      <History subject={value} />
      <Facts subject={value} />
    </div>
  );
}
