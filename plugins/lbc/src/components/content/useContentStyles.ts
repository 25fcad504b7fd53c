import { makeStyles } from '@material-ui/core/styles';
import { quiet } from '../../tones';

/** The frame of the tab. */
export const useContentStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1.5),
    },
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    title: { ...theme.typography.h5, margin: 0, flex: 1, minWidth: 160 },
    asOf: { color: quiet(theme) },
    quiet: { color: quiet(theme) },
  }),
  { name: 'LbcLoadBalancers' },
);
