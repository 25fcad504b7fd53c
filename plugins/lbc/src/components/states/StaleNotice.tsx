import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { useNow } from '../../hooks/useNow';
import { parseTime, TimeAgo } from '../../text';
import { lbcTranslationRef } from '../../translation';
import { Notice } from '../parts';

/** Three times the default cadence of sweeps: something is in the way. */
const STALE_AFTER_MS = 15 * 60_000;

/** Warns of an answer that is old, or that could not be loaded again. */
export function StaleNotice(props: {
  observedAt?: string;
  error?: Error;
  onRetry: () => void;
}) {
  const { observedAt, error, onRetry } = props;
  const { t } = useTranslationRef(lbcTranslationRef);
  const now = useNow();
  const observed = parseTime(observedAt);
  const stale = observed !== undefined && now - observed > STALE_AFTER_MS;
  return (
    <>
      {error && (
        <Notice
          tone="amber"
          role="alert"
          action={
            <Button size="small" onClick={onRetry}>
              {t('retry')}
            </Button>
          }
        >
          {t('staleError', { error: error.message })}
        </Notice>
      )}
      {stale && observedAt && (
        <Notice tone="amber" role="status">
          {t('stale', { age: <TimeAgo iso={observedAt} format="span" /> })}
        </Notice>
      )}
    </>
  );
}
