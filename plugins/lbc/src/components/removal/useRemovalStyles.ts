import { makeStyles } from '@material-ui/core/styles';
import { quiet } from '../../tones';

export const useRemovalStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(1.5), minWidth: 0 },
    answer: { display: 'grid', gap: theme.spacing(1.5), minWidth: 0 },
    field: { minWidth: 220, maxWidth: 360 },
    verdict: {
      display: 'flex',
      gap: theme.spacing(1),
      alignItems: 'flex-start',
    },
    word: { fontWeight: 'bold', whiteSpace: 'nowrap' },
    title: { ...theme.typography.body2, color: quiet(theme), margin: 0 },
    list: {
      listStyle: 'none',
      margin: theme.spacing(0.5, 0),
      padding: 0,
      '& > li': { marginBottom: theme.spacing(0.5) },
    },
    ordered: {
      margin: theme.spacing(0.5, 0),
      paddingLeft: theme.spacing(2.5),
      '& > li': { marginBottom: theme.spacing(0.5) },
    },
    steps: {
      margin: theme.spacing(0.5, 0),
      paddingLeft: theme.spacing(2.5),
      '& > li': { marginBottom: theme.spacing(1.5) },
    },
    line: {
      display: 'flex',
      gap: theme.spacing(0.75),
      alignItems: 'flex-start',
    },
    body: { minWidth: 0, overflowWrap: 'anywhere' },
    id: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      color: quiet(theme),
      fontSize: '0.75rem',
    },
    quiet: { color: quiet(theme) },
  }),
  { name: 'LbcRemoval' },
);
