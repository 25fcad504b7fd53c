import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useComparison } from '../../../hooks/useComparison';
import { Sentence, TimeAgo } from '../../../text';
import { useTones } from '../../../tones';
import { lbcTranslationRef } from '../../../translation';
import { Notice } from '../../parts';
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

/** One baseline against what was there when somebody last asked. */
export function Comparison(props: {
  id: string;
  name: string;
  /** How often it was asked for on this page; each time is asked. */
  asked: number;
  mayAsk: boolean;
  onClose: () => void;
}) {
  const { id, name, asked, mayAsk, onClose } = props;
  const classes = useStyles();
  const tones = useTones();
  const { t } = useTranslationRef(lbcTranslationRef);
  const comparison = useComparison(id);
  const { value, error, reload, reading, none, asking, ask } = comparison;
  const done = value && !reading && !none;
  const title = t('baselines.comparison', { name });

  // Whoever asked for it by key is taken there.
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    root.current?.focus({ preventScroll: false });
    if (asked > 0) {
      ask();
    }
  }, [asked, ask]);

  const status = (words: ReactNode) => (
    <Typography component="div" variant="body2" role="status">
      {words}
      <LinearProgress aria-hidden />
    </Typography>
  );

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
          tones[done ? COMPARISON_TONES[value.verdict] : 'grey'].icon,
      }}
    >
      <div className={classes.head}>
        <h5 className={classes.title}>{title}</h5>
        {done && <Reports id={id} comparison={value} />}
        {value && mayAsk && !reading && (
          <Button
            size="small"
            variant="outlined"
            disabled={asking}
            onClick={ask}
          >
            {none ? t('baselines.compare') : t('baselines.comparison.again')}
          </Button>
        )}
        <Button size="small" onClick={onClose}>
          {t('baselines.close')}
        </Button>
      </div>
      {comparison.askError && (
        <Notice tone="red" role="alert">
          {t('baselines.comparison.askError', {
            error: comparison.askError.message,
          })}
        </Notice>
      )}
      {asking && !reading && status(t('baselines.comparison.asking'))}
      {value && reading && status(<Sentence message={value.because} />)}
      {value && none && !asking && (
        <Typography variant="body2">
          <Sentence message={value.because} />
        </Typography>
      )}
      {done && (
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
      {!value && !error && status(t('baselines.comparison.loading'))}
    </Paper>
  );
}
