import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { useTones } from '../../../tones';
import { lbcTranslationRef } from '../../../translation';
import { STATUS_TONES, StatusIcon } from '../../compatibility/StatusBadge';
import type { Finding } from '../types';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      fontWeight: 'bold',
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'LbcReadinessStatus' },
);

/** How a check came out, as icon and word. */
export function StatusBadge(props: { status: Finding['status'] }) {
  const { status } = props;
  const classes = useStyles();
  const tones = useTones();
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <span
      className={classes.root}
      style={{ color: tones[STATUS_TONES[status]].text }}
    >
      <StatusIcon status={status} size={16} />
      {t(`readiness.status.${status}`)}
    </span>
  );
}
