import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      '& > li + li': {
        marginTop: theme.spacing(1.5),
        paddingTop: theme.spacing(1.5),
        borderTop: `1px solid ${theme.palette.divider}`,
      },
    },
  }),
  { name: 'LbcSeparatedList' },
);

/** Items with a line between them. */
export function SeparatedList(props: { children: ReactNode }) {
  const classes = useStyles();
  return <ul className={classes.root}>{props.children}</ul>;
}
