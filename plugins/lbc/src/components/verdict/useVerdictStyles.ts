import { makeStyles } from '@material-ui/core/styles';

/** A verdict: a bar of its tone, and its word before its sentence. */
export const useVerdictStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(1.5, 2),
      borderLeft: '4px solid',
      overflowWrap: 'anywhere',
    },
    headline: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      columnGap: theme.spacing(1.5),
      rowGap: theme.spacing(0.25),
      ...theme.typography.body1,
      '& > :first-child': { alignSelf: 'center' },
    },
  }),
  { name: 'LbcVerdictFrame' },
);
