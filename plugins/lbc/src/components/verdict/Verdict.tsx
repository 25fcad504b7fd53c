import type { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { STATE_TONES } from '@lbc-backstage/plugin-lbc-common';
import type { EntityVerdict } from '@lbc-backstage/plugin-lbc-common';
import { Sentence, TimeAgo } from '../../text';
import { quiet, StateBadge, useTones } from '../../tones';
import { lbcTranslationRef } from '../../translation';
import { WhoActs } from './WhoActs';
import { useVerdictStyles } from './useVerdictStyles';

const useStyles = makeStyles(
  theme => ({
    lines: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
      gridTemplateRows: 'auto auto',
      gridAutoFlow: 'column',
      columnGap: theme.spacing(4),
      rowGap: theme.spacing(1),
      margin: theme.spacing(1.25, 0, 0),
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
        gridTemplateRows: 'none',
        gridAutoFlow: 'row',
      },
    },
    term: { ...theme.typography.caption, color: quiet(theme) },
    value: { ...theme.typography.body2, margin: 0 },
    strong: { fontWeight: 'bold' },
  }),
  { name: 'LbcVerdict' },
);

/** The first four lines, for a service owner in a hurry. */
export function Verdict(props: { verdict: EntityVerdict }) {
  const { verdict } = props;
  const classes = useStyles();
  const frame = useVerdictStyles();
  const tones = useTones();
  const { t } = useTranslationRef(lbcTranslationRef);
  const tone = STATE_TONES[verdict.state] ?? 'grey';

  const line = (term: string, value: ReactNode, strong = false) => (
    <div>
      <dt className={classes.term}>{term}</dt>
      <dd className={`${classes.value} ${strong ? classes.strong : ''}`}>
        {value}
      </dd>
    </div>
  );

  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label={t('verdict.label')}
      className={frame.root}
      style={{ borderLeftColor: tones[tone].icon }}
    >
      <Typography component="div" className={frame.headline}>
        <StateBadge state={verdict.state} size={22} />
        <span>
          <Sentence message={verdict.because} />
        </span>
      </Typography>
      <dl className={classes.lines}>
        {line(
          t('verdict.traffic'),
          <Sentence message={verdict.traffic} />,
          true,
        )}
        {line(
          t('verdict.ifYouDeploy'),
          <Sentence message={verdict.ifYouDeploy} />,
          true,
        )}
        {line(t('verdict.whoActs'), <WhoActs whoActs={verdict.whoActs} />)}
        {line(
          t('verdict.since'),
          <>
            <TimeAgo iso={verdict.since} format="when" /> (
            <TimeAgo iso={verdict.since} format="span" />)
          </>,
        )}
      </dl>
    </Paper>
  );
}
