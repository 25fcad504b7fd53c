import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import CircularProgress from '@material-ui/core/CircularProgress';
import RefreshIcon from '@material-ui/icons/Refresh';
import {
  formatDurationSeconds,
  lbcRefreshPermission,
} from '@lbc-backstage/plugin-lbc-common';
import { useNow } from '../../hooks/useNow';
import type { Refresh } from '../../hooks/useRefresh';
import { parseTime } from '../../text';
import { lbcTranslationRef } from '../../translation';

/** Asks for newer data; says why it can't be asked for right now. */
export function RefreshButton(props: { refresh: Refresh }) {
  const { busy, start, status } = props.refresh;
  const { t } = useTranslationRef(lbcTranslationRef);
  const { allowed, loading } = usePermission({
    permission: lbcRefreshPermission,
  });
  const now = useNow();
  const allowedAt = parseTime(status?.nextAllowedAt) ?? 0;
  const wait = busy ? 0 : Math.max(0, (allowedAt - now) / 1_000);

  const label =
    wait > 0
      ? t('refresh.again', { duration: formatDurationSeconds(wait) })
      : t('refresh.action');
  const denied = !allowed && !loading;
  return (
    <Button
      size="small"
      variant="outlined"
      startIcon={
        busy ? <CircularProgress size={16} aria-hidden /> : <RefreshIcon />
      }
      disabled={busy || wait > 0 || !allowed}
      onClick={start}
      title={denied ? t('refresh.denied') : undefined}
    >
      {label}
    </Button>
  );
}
