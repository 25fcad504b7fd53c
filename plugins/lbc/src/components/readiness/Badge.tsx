import { makeStyles } from '@material-ui/core/styles';
import type { Tone } from '@lbc-backstage/plugin-lbc-common';
import { ToneIcon, useTones } from '../../tones';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      fontWeight: 'bold',
    },
  }),
  { name: 'LbcReadinessBadge' },
);

/** A word in a tone, with the tone's shape beside it. */
export function Badge(props: { tone: Tone; word: string; size?: number }) {
  const { tone, word, size = 18 } = props;
  const classes = useStyles();
  const tones = useTones();
  return (
    <span className={classes.root} style={{ color: tones[tone].text }}>
      <ToneIcon tone={tone} size={size} />
      {word}
    </span>
  );
}
