import { Progress } from '@backstage/core-components';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';

const CARDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

const useStyles = makeStyles(
  theme => ({
    verdict: {
      padding: theme.spacing(1.5, 2),
      height: 140,
      [theme.breakpoints.down('sm')]: { height: 250 },
    },
    grid: {
      display: 'grid',
      gap: theme.spacing(1),
      gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
      margin: theme.spacing(2.5, 0),
    },
    card: { height: 96, padding: theme.spacing(1) },
    ladder: { height: 320 },
  }),
  { name: 'LbcReportSkeleton' },
);

/** About as high as what comes, so that little jumps. */
export function ReportSkeleton() {
  const classes = useStyles();
  return (
    <div aria-busy="true">
      <Progress />
      <Paper variant="outlined" className={classes.verdict} aria-hidden>
        <Skeleton width="60%" height={28} />
        <Skeleton width="40%" />
        <Skeleton width="35%" />
      </Paper>
      <div className={classes.grid} aria-hidden>
        {CARDS.map(card => (
          <Paper key={card} variant="outlined" className={classes.card}>
            <Skeleton width="50%" />
            <Skeleton width="35%" />
            <Skeleton width="90%" />
          </Paper>
        ))}
      </div>
      <Skeleton variant="rect" className={classes.ladder} />
    </div>
  );
}
