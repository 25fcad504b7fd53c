import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Tone } from '@lbc-backstage/plugin-lbc-common';
import { ToneIcon, useTones } from '../../tones';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      gap: theme.spacing(1),
      alignItems: 'flex-start',
      padding: theme.spacing(1, 1.5),
      borderRadius: theme.shape.borderRadius,
      border: '1px solid',
      backgroundColor: theme.palette.background.paper,
    },
    body: {
      flex: 1,
      minWidth: 0,
      overflowWrap: 'anywhere',
      '& > * + *': { marginTop: theme.spacing(0.5) },
    },
    action: { flex: 'none' },
  }),
  { name: 'LbcNotice' },
);

/** A line that wants to be noticed: a shape, words, and perhaps something to do. */
export function Notice(props: {
  tone: Tone;
  label?: string;
  role?: 'alert' | 'status';
  action?: ReactNode;
  children: ReactNode;
}) {
  const { tone, label, role, action, children } = props;
  const classes = useStyles();
  const tones = useTones();
  return (
    <Typography
      component="div"
      variant="body2"
      className={classes.root}
      style={{ borderColor: tones[tone].icon }}
      role={role ?? (label ? 'region' : undefined)}
      aria-label={label}
    >
      <ToneIcon tone={tone} />
      <div className={classes.body}>{children}</div>
      {action && <div className={classes.action}>{action}</div>}
    </Typography>
  );
}
