import type { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(2, 2.5), overflowWrap: 'anywhere' },
    title: { fontWeight: 'bold' },
    body: { '& > * + *': { marginTop: theme.spacing(1) } },
  }),
  { name: 'LbcPlainState' },
);

/** A state of the whole page in a sentence, and what to do about it. */
export function PlainState(props: { title: string; children: ReactNode }) {
  const { title, children } = props;
  const classes = useStyles();
  return (
    <Paper variant="outlined" className={classes.root}>
      <Typography component="h3" variant="subtitle1" className={classes.title}>
        {title}
      </Typography>
      <Typography component="div" variant="body2" className={classes.body}>
        {children}
      </Typography>
    </Paper>
  );
}
