import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { STATE_TONES } from '@lbc-backstage/plugin-lbc-common';
import type { LifecycleState } from '@lbc-backstage/plugin-lbc-common';
import { lbcTranslationRef } from '../translation';
import { ToneIcon } from './ToneIcon';
import { useTones } from './useTones';

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
  { name: 'LbcStateBadge' },
);

/** A state as icon and word. */
export function StateBadge(props: { state: LifecycleState; size?: number }) {
  const { state, size } = props;
  const { t } = useTranslationRef(lbcTranslationRef);
  const classes = useStyles();
  const tones = useTones();
  const tone = STATE_TONES[state] ?? 'grey';
  return (
    <span className={classes.root} data-state={state}>
      <ToneIcon tone={tone} size={size} />
      <span style={{ color: tones[tone].text }}>{t(`state.${state}`)}</span>
    </span>
  );
}
