import { useEffect, useRef } from 'react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useComparison } from '../../../hooks/useComparison';
import { TimeAgo } from '../../../text';
import { useTones } from '../../../tones';
import { lbcTranslationRef } from '../../../translation';
import { LoadError } from '../../states';
import { ComparisonView } from './ComparisonView';
import { Reports } from './Reports';
import { COMPARISON_TONES } from './tones';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1.25),
      padding: theme.spacing(1.5, 2),
      borderLeft: '4px solid',
      overflowWrap: 'anywhere',
      '&:focus': { outline: 'none' },
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
    },
    title: {
      ...theme.typography.body1,
      fontWeight: 'bold',
      flex: 1,
      minWidth: 200,
      margin: 0,
    },
  }),
  { name: 'LbcComparison' },
);

/** One baseline against what is now. */
export function Comparison(props: {
  id: string;
  name: string;
  onClose: () => void;
}) {
  const { id, name, onClose } = props;
  const classes = useStyles();
  const tones = useTones();
  const { t } = useTranslationRef(lbcTranslationRef);
  const { value, error, reload } = useComparison(id);
  const title = t('baselines.comparison', { name });

  // Whoever asked for it by key is taken there.
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.focus({ preventScroll: false }), []);

  return (
    <Paper
      ref={root}
      tabIndex={-1}
      variant="outlined"
      component="section"
      aria-label={title}
      className={classes.root}
      style={{
        borderLeftColor:
          tones[value ? COMPARISON_TONES[value.verdict] : 'grey'].icon,
      }}
    >
      <div className={classes.head}>
        <h5 className={classes.title}>{title}</h5>
        {value && <Reports id={id} comparison={value} />}
        <Button size="small" onClick={onClose}>
          {t('baselines.close')}
        </Button>
      </div>
      {value && (
        <>
          <Typography variant="body2">
            {t('baselines.comparison.when', {
              now: <TimeAgo iso={value.comparedAt} />,
              then: (
                <TimeAgo
                  iso={value.baseline.finishedAt ?? value.baseline.startedAt}
                  format="when"
                />
              ),
            })}
          </Typography>
          <ComparisonView comparison={value} />
        </>
      )}
      {!value && error && (
        <LoadError
          title={t('baselines.comparison.error')}
          error={error}
          onRetry={reload}
        />
      )}
      {!value && !error && (
        <Typography variant="body2" role="status">
          {t('baselines.comparison.loading')}
        </Typography>
      )}
    </Paper>
  );
}
