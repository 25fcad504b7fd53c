import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type { Tone } from '@lbc-backstage/plugin-lbc-common';
import { ToneIcon } from './ToneIcon';
import { useTones } from './useTones';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      fontWeight: 'bold',
    },
    oneLine: { whiteSpace: 'nowrap' },
  }),
  { name: 'LbcToneBadge' },
);

/** A word in a tone, with the tone's shape beside it. */
export function ToneBadge(props: {
  tone: Tone;
  word: string;
  size?: number;
  /** A shape of its own, where the tone's is another thing's. */
  icon?: ReactNode;
  oneLine?: boolean;
  'data-state'?: string;
}) {
  const { tone, word, size = 18, icon, oneLine = false } = props;
  const classes = useStyles();
  const tones = useTones();
  return (
    <span
      className={`${classes.root} ${oneLine ? classes.oneLine : ''}`}
      style={{ color: tones[tone].text }}
      data-state={props['data-state']}
    >
      {icon ?? <ToneIcon tone={tone} size={size} />}
      <span>{word}</span>
    </span>
  );
}
