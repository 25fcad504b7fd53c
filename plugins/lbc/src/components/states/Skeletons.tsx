import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { Progress } from '@backstage/core-components';

const useStyles = makeStyles(
  theme => ({
    verdict: {
      padding: theme.spacing(1.5, 2),
      height: 150,
      [theme.breakpoints.down('sm')]: { height: 250 },
    },
    list: { padding: theme.spacing(1, 2), marginTop: theme.spacing(2) },
    details: { height: 560, padding: theme.spacing(2, 0) },
  }),
  { name: 'LbcSkeletons' },
);

/** As high as what comes, so that nothing jumps. */
export function PageSkeleton() {
  const classes = useStyles();
  return (
    <div aria-busy="true">
      <Progress />
      <Paper variant="outlined" className={classes.verdict} aria-hidden>
        <Skeleton width="55%" height={28} />
        <Skeleton width="35%" />
        <Skeleton width="45%" />
        <Skeleton width="40%" />
      </Paper>
      <Paper variant="outlined" className={classes.list} aria-hidden>
        <Skeleton height={28} />
        <Skeleton height={44} />
        <Skeleton height={44} />
      </Paper>
    </div>
  );
}

/** As high as the details of most subjects. */
export function DetailSkeleton() {
  const classes = useStyles();
  return (
    <div className={classes.details} aria-busy="true">
      <Progress />
      <div aria-hidden>
        <Skeleton width="30%" />
        <Skeleton variant="rect" height={120} />
        <Skeleton width="20%" />
        <Skeleton variant="rect" height={90} />
        <Skeleton width="60%" />
        <Skeleton width="50%" />
      </div>
    </div>
  );
}
