import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Sentence } from '../../../text';
import { quiet, ToneBadge } from '../../../tones';
import { lbcTranslationRef } from '../../../translation';
import type { Comparison, Message } from '../types';
import { Changes } from './Changes';
import { Stack } from './Stack';
import { COMPARISON_ORDER, COMPARISON_TONES } from './tones';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1.25),
    },
    verdict: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      columnGap: theme.spacing(1.5),
      '& > :first-child': { alignSelf: 'center' },
    },
    title: {
      ...theme.typography.body2,
      color: quiet(theme),
      margin: theme.spacing(0, 0, 0.5),
    },
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      '& > li + li': {
        marginTop: theme.spacing(0.75),
        paddingTop: theme.spacing(0.75),
        borderTop: `1px solid ${theme.palette.divider}`,
      },
    },
    plain: { margin: 0, paddingLeft: theme.spacing(2.5) },
  }),
  { name: 'LbcComparisonView' },
);

function Sentences(props: { title: string; messages: readonly Message[] }) {
  const classes = useStyles();
  if (props.messages.length === 0) {
    return null;
  }
  return (
    <div>
      <h6 className={classes.title}>{props.title}</h6>
      <ul className={classes.plain}>
        {props.messages.map((message, index) => (
          <li key={`${index}-${message.code}`}>
            <Sentence message={message} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What changed and what did not, what needs a person first. */
export function ComparisonView(props: { comparison: Comparison }) {
  const { verdict, because, stacks, cluster, notes } = props.comparison;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const ordered = [...stacks].sort(
    (left, right) =>
      COMPARISON_ORDER.indexOf(left.verdict) -
      COMPARISON_ORDER.indexOf(right.verdict),
  );
  const counts = COMPARISON_ORDER.map(each => ({
    each,
    count: stacks.filter(stack => stack.verdict === each).length,
  })).filter(({ count }) => count > 0);
  return (
    <Typography component="div" variant="body2" className={classes.root}>
      <div className={classes.verdict}>
        <ToneBadge
          tone={COMPARISON_TONES[verdict]}
          word={t(`baselines.verdict.${verdict}`)}
          size={20}
        />
        <span>
          <Sentence message={because} />
        </span>
      </div>
      {stacks.length > 0 && (
        <div>
          <h6 className={classes.title}>
            {t('baselines.comparison.stacks')}
            {': '}
            {counts
              .map(
                ({ each, count }) =>
                  `${count} ${t(`baselines.verdict.${each}`)}`,
              )
              .join(' · ')}
          </h6>
          <ul className={classes.list}>
            {ordered.map(stack => (
              <Stack key={stack.subjectId} stack={stack} />
            ))}
          </ul>
        </div>
      )}
      {cluster.length > 0 && (
        <div>
          <h6 className={classes.title}>{t('baselines.comparison.cluster')}</h6>
          <Changes
            label={t('baselines.comparison.cluster')}
            changes={cluster}
          />
        </div>
      )}
      <Sentences title={t('baselines.comparison.notes')} messages={notes} />
    </Typography>
  );
}
