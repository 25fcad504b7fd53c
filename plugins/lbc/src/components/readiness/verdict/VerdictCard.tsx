import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useNow } from '../../../hooks/useNow';
import { parseTime, Sentence, TimeAgo, useText } from '../../../text';
import { quiet, ToneBadge, useTones } from '../../../tones';
import { lbcTranslationRef } from '../../../translation';
import { versionName } from '../../compatibility/names';
import { Notice } from '../../parts';
import { countFindings } from '../findings/groups';
import type { Report } from '../types';
import { VERDICT_TONES } from './tones';
import { useVerdictStyles } from '../../verdict/useVerdictStyles';

const useStyles = makeStyles(
  theme => ({
    lines: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
      columnGap: theme.spacing(3),
      rowGap: theme.spacing(1),
      margin: theme.spacing(1.25, 0),
      '& dt': { ...theme.typography.caption, color: quiet(theme) },
      '& dd': { ...theme.typography.body2, margin: 0 },
    },
  }),
  { name: 'LbcReadinessVerdict' },
);

/** The cluster's verdict in a sentence, how long it holds, and the counts. */
export function VerdictCard(props: { report: Report; children?: ReactNode }) {
  const { report, children } = props;
  const { cluster, verdict, because, validUntil, controller } = report;
  const classes = useStyles();
  const frame = useVerdictStyles();
  const tones = useTones();
  const text = useText();
  const now = useNow();
  const { t } = useTranslationRef(lbcTranslationRef);
  const tone = VERDICT_TONES[verdict];
  const until = parseTime(validUntil);
  const line = (term: string, value: ReactNode) => (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
  const counts = countFindings(report.findings)
    .map(({ group, count }) => t(`readiness.counts.${group}`, { count }))
    .join(' · ');
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label={t('readiness.verdict.label', { cluster })}
      className={frame.root}
      style={{ borderLeftColor: tones[tone].icon }}
    >
      <Typography component="h3" className={frame.headline}>
        <ToneBadge
          tone={tone}
          word={t(`readiness.verdict.${verdict}`)}
          size={22}
        />
        <span>
          <Sentence message={because} />
        </span>
      </Typography>
      <dl className={classes.lines}>
        {line(t('readiness.findings'), counts || '0')}
        {line(
          t('readiness.from'),
          controller?.version
            ? versionName(controller.version)
            : t('readiness.fromUnknown'),
        )}
        {line(
          t('readiness.validUntil'),
          validUntil ? (
            <TimeAgo iso={validUntil} format="when" />
          ) : (
            t('readiness.validUnknown')
          ),
        )}
      </dl>
      {until !== undefined && until < now && validUntil && (
        <Notice tone="amber" role="status">
          {t('readiness.expired', { when: text.when(validUntil) })}
        </Notice>
      )}
      {children}
    </Paper>
  );
}
