import { Progress } from '@backstage/core-components';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(1.5) },
    effect: { height: 84, padding: theme.spacing(1.5, 2) },
    verdict: {
      padding: theme.spacing(1.5, 2),
      height: 220,
      [theme.breakpoints.down('sm')]: { height: 320 },
    },
    group: { height: 110, padding: theme.spacing(1.5, 2) },
  }),
  { name: 'LbcReadinessSkeleton' },
);

/** About as high as what comes, so that little jumps. */
export function ReadinessSkeleton() {
  const classes = useStyles();
  return (
    <div className={classes.root} aria-busy="true">
      <Progress />
      <Paper variant="outlined" className={classes.effect} aria-hidden>
        <Skeleton width="45%" height={28} />
        <Skeleton width="60%" />
      </Paper>
      <Paper variant="outlined" className={classes.verdict} aria-hidden>
        <Skeleton width="60%" height={28} />
        <Skeleton width="40%" />
        <Skeleton variant="rect" width={280} height={40} />
      </Paper>
      {['before', 'during', 'after'].map(group => (
        <Paper
          key={group}
          variant="outlined"
          className={classes.group}
          aria-hidden
        >
          <Skeleton width="70%" />
          <Skeleton width="50%" />
        </Paper>
      ))}
    </div>
  );
}
