import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import CircularProgress from '@material-ui/core/CircularProgress';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  formatDurationSeconds,
  lbcRefreshPermission,
} from '@lbc-backstage/plugin-lbc-common';
import { useNow } from '../../../hooks/useNow';
import type { StackReading } from '../../../hooks/useStackReading';
import { parseTime, Sentence, TimeAgo } from '../../../text';
import { quiet } from '../../../tones';
import { lbcTranslationRef } from '../../../translation';
import { Notice } from '../../parts';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
    },
    quiet: { color: quiet(theme) },
    notice: { marginTop: theme.spacing(1) },
  }),
  { name: 'LbcReadStack' },
);

/** Asks to read a stack live, says how far that is and how old what is shown is. */
export function ReadStack(props: {
  reading: StackReading;
  observedAt?: string;
}) {
  const { reading, observedAt } = props;
  const { busy, error, start, status } = reading;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const { allowed, loading } = usePermission({
    permission: lbcRefreshPermission,
  });
  const now = useNow();
  const allowedAt = parseTime(status?.nextAllowedAt) ?? 0;
  const wait = busy ? 0 : Math.max(0, (allowedAt - now) / 1_000);

  const action = observedAt ? t('stack.readAgain') : t('stack.read');
  const words = () => {
    if (!busy) {
      return '';
    }
    const { partsDone, partsTotal } = status ?? {};
    return partsDone !== undefined && partsTotal !== undefined
      ? t('stack.reading', {
          done: String(partsDone),
          total: String(partsTotal),
        })
      : t('stack.queued');
  };
  return (
    <>
      <div className={classes.root}>
        <Button
          size="small"
          variant="outlined"
          startIcon={
            busy ? <CircularProgress size={16} aria-hidden /> : undefined
          }
          disabled={busy || wait > 0 || !allowed}
          onClick={start}
          title={!allowed && !loading ? t('refresh.denied') : undefined}
        >
          {wait > 0
            ? t('stack.again', { duration: formatDurationSeconds(wait) })
            : action}
        </Button>
        <Typography variant="caption" className={classes.quiet}>
          {observedAt ? (
            <>
              {t('detail.read')} <TimeAgo iso={observedAt} />
            </>
          ) : (
            t('stack.never')
          )}
        </Typography>
        <Typography
          variant="caption"
          component="div"
          role="status"
          className={classes.quiet}
        >
          {words()}
        </Typography>
      </div>
      {error && (
        <div className={classes.notice}>
          <Notice tone="amber" role="alert">
            {t('stack.error', { error: error.message })}
          </Notice>
        </div>
      )}
      {!busy && status?.state === 'failed' && (
        <div className={classes.notice}>
          <Notice tone="amber" role="alert">
            {status.problem ? (
              <Sentence message={status.problem} />
            ) : (
              t('stack.failed')
            )}
          </Notice>
        </div>
      )}
    </>
  );
}
