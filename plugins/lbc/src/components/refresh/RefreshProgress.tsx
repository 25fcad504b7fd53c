import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { RefreshStatus } from '@lbc-backstage/plugin-lbc-common';
import type { Refresh } from '../../hooks/useRefresh';
import { quiet } from '../../tones';
import { lbcTranslationRef } from '../../translation';
import { parseTarget } from '../coverage/describe';
import { Notice } from '../parts';

const useStyles = makeStyles(theme => ({ progress: { color: quiet(theme) } }), {
  name: 'LbcRefreshProgress',
});

type Target = RefreshStatus['targets'][number];

/** What is being read right now, and what could not be read. */
export function RefreshProgress(props: { refresh: Refresh }) {
  const { busy, error, status } = props.refresh;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);

  const name = ({ target }: Target): string => {
    const parsed = parseTarget(target);
    return parsed ? t(`refresh.${parsed.kind}`, { name: parsed.name }) : target;
  };
  const progress = (target: Target): string => {
    const { kindsDone, kindsTotal } = target;
    return kindsDone !== undefined && kindsTotal !== undefined
      ? t('refresh.readingKinds', {
          target: name(target),
          done: String(kindsDone),
          total: String(kindsTotal),
        })
      : t('refresh.reading', { target: name(target) });
  };

  const targets = status?.targets ?? [];
  const running = targets.filter(({ state }) => state === 'running');
  const failed = targets.filter(({ state }) => state === 'failed');

  let words = '';
  if (busy) {
    words = running.length
      ? running.map(progress).join(' · ')
      : t('refresh.queued');
  }
  return (
    <>
      <Typography
        variant="caption"
        className={classes.progress}
        component="div"
        role="status"
      >
        {words}
      </Typography>
      {error && (
        <Notice tone="amber" role="alert">
          {t('refresh.error', { error: error.message })}
        </Notice>
      )}
      {!busy && failed.length > 0 && (
        <Notice tone="amber" role="alert">
          {t('refresh.failed', { targets: failed.map(name).join(', ') })}
        </Notice>
      )}
    </>
  );
}
