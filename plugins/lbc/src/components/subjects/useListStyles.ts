import { makeStyles } from '@material-ui/core/styles';
import { quiet } from '../../tones';

/** The columns of the list, in order. */
export const COLUMNS = [
  'state',
  'name',
  'owner',
  'cluster',
  'via',
  'since',
] as const;

/** One look for the list and its rows: columns on a wide screen, blocks on a narrow one. */
export const useListStyles = makeStyles(
  theme => ({
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      tableLayout: 'fixed',
      [theme.breakpoints.down('sm')]: { display: 'block' },
    },
    head: {
      '& th': {
        ...theme.typography.caption,
        color: quiet(theme),
        textAlign: 'left',
        padding: theme.spacing(0.75, 1),
        borderBottom: `1px solid ${theme.palette.divider}`,
      },
      '& th:nth-child(1)': { width: 156, paddingLeft: theme.spacing(2) },
      '& th:nth-child(2)': { width: '32%' },
      '& th:nth-child(4)': { width: '13%' },
      '& th:nth-child(5)': { width: 116 },
      '& th:nth-child(6)': { width: 84 },
      [theme.breakpoints.down('sm')]: {
        position: 'absolute',
        width: 1,
        height: 1,
        overflow: 'hidden',
        clip: 'rect(0 0 0 0)',
      },
    },
    body: {
      [theme.breakpoints.down('sm')]: { display: 'block' },
    },
    row: {
      cursor: 'pointer',
      '&:hover': { backgroundColor: theme.palette.action.hover },
      '& > td': {
        padding: theme.spacing(1),
        verticalAlign: 'top',
        overflowWrap: 'anywhere',
      },
      '& > td:first-child': { paddingLeft: theme.spacing(2) },
      'tr + &': { borderTop: `1px solid ${theme.palette.divider}` },
      [theme.breakpoints.down('sm')]: {
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: theme.spacing(1.5),
        padding: theme.spacing(1, 1.5),
        '& > td, & > td:first-child': { display: 'block', padding: 0 },
        '& > td:nth-child(2)': { flexBasis: '100%', order: -1 },
        '& > td:nth-child(3)': { flexBasis: '100%' },
      },
    },
    opened: { boxShadow: `inset 3px 0 ${theme.palette.primary.main}` },
    name: {
      display: 'flex',
      alignItems: 'flex-start',
      justifyContent: 'flex-start',
      textAlign: 'left',
      font: 'inherit',
      color: theme.palette.text.primary,
      fontWeight: 'bold',
      overflowWrap: 'anywhere',
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
    chevron: {
      fontSize: 20,
      flex: 'none',
      marginLeft: -4,
      transition: theme.transitions.create('transform', { duration: 120 }),
    },
    chevronOpen: { transform: 'rotate(90deg)' },
    sub: {
      ...theme.typography.caption,
      color: quiet(theme),
      display: 'block',
      paddingLeft: 16,
    },
    details: {
      [theme.breakpoints.down('sm')]: { display: 'block' },
      '& > td': { padding: theme.spacing(1.5, 2, 2.5) },
      [theme.breakpoints.down('xs')]: {
        '& > td': { display: 'block', padding: theme.spacing(1.5) },
      },
    },
  }),
  { name: 'LbcSubjectList' },
);
