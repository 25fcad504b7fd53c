import { useState } from 'react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { lbcBaselineCreatePermission } from '@lbc-backstage/plugin-lbc-common';
import { useBaselines } from '../../../hooks/useBaselines';
import type { ReadinessView } from '../../../hooks/useReadinessView';
import { quiet } from '../../../tones';
import { lbcTranslationRef } from '../../../translation';
import { Section } from '../../parts';
import { LoadError } from '../../states';
import { BaselineTable } from './BaselineTable';
import { Comparison } from './Comparison';
import { TakeBaseline } from './TakeBaseline';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1.5),
    },
    panel: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1.5),
      padding: theme.spacing(1.5, 2),
      overflowWrap: 'anywhere',
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(1.25) },
    },
    quiet: { color: quiet(theme) },
  }),
  { name: 'LbcBaselines' },
);

/** Takes baselines of a cluster, lists them, and compares one with what is now. */
export function Baselines(props: {
  cluster: string;
  /** What one is called that is taken before the upgrade. */
  suggestedName: string;
  view: ReadinessView;
}) {
  const { cluster, suggestedName, view } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const { list, taking, take } = useBaselines(cluster);
  const { value, error, reload } = list;
  const { allowed } = usePermission({
    permission: lbcBaselineCreatePermission,
  });
  const [asked, setAsked] = useState(0);
  const opened = value?.find(({ id }) => id === view.baseline);
  return (
    <Section title={t('baselines.title')}>
      <div className={classes.root}>
        <Paper variant="outlined" className={classes.panel}>
          <Typography variant="body2" className={classes.quiet}>
            {t('baselines.intro')}
          </Typography>
          <TakeBaseline
            suggestedName={suggestedName}
            taking={taking}
            onTake={take}
            baselines={value ?? []}
          />
          {!value && error && (
            <LoadError
              title={t('baselines.error')}
              error={error}
              onRetry={reload}
            />
          )}
          {!value && !error && (
            <Skeleton variant="rect" height={90} aria-hidden />
          )}
          {value?.length === 0 && (
            <Typography variant="body2">
              {t('baselines.none', { cluster })}
            </Typography>
          )}
          {value && value.length > 0 && (
            <BaselineTable
              cluster={cluster}
              baselines={value}
              opened={view.baseline}
              mayCompare={allowed}
              onOpen={id => {
                view.setBaseline(id);
                if (allowed) {
                  setAsked(previous => previous + 1);
                }
              }}
            />
          )}
        </Paper>
        {view.baseline && value && (
          <Comparison
            key={view.baseline}
            id={view.baseline}
            name={opened?.name ?? view.baseline}
            asked={asked}
            mayAsk={allowed}
            onClose={() => {
              setAsked(0);
              view.setBaseline(undefined);
            }}
          />
        )}
      </div>
    </Section>
  );
}
