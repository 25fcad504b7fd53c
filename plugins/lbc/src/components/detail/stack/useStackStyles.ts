import { makeStyles } from '@material-ui/core/styles';
import { quiet } from '../../../tones';

/** The look of listeners and target groups. */
export const useStackStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: theme.spacing(1, 0, 0),
      padding: 0,
      '& > li + li': { marginTop: theme.spacing(1.5) },
    },
    name: { fontWeight: 'bold', margin: 0, overflowWrap: 'anywhere' },
    quiet: { color: quiet(theme), fontWeight: 'normal' },
    state: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'LbcStack' },
);
