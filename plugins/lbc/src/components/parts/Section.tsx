import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from '../../hooks/useId';
import { visuallyHidden } from './visuallyHidden';

const useStyles = makeStyles(
  theme => ({
    root: { minWidth: 0, overflowWrap: 'anywhere' },
    title: {
      ...theme.typography.body2,
      fontWeight: 'bold',
      margin: theme.spacing(0, 0, 0.5),
    },
  }),
  { name: 'LbcSection' },
);

/** Whose sections these are, where several have the same; for readers. */
export const SectionsOf = createContext<string | undefined>(undefined);

/** A titled part of the details. */
export function Section(props: { title: string; children: ReactNode }) {
  const { title, children } = props;
  const classes = useStyles();
  const id = useId('lbc-section');
  const whose = useContext(SectionsOf);
  return (
    <section aria-labelledby={id} className={classes.root}>
      <Typography id={id} component="h4" className={classes.title}>
        {title}
        {whose && <span style={visuallyHidden}> · {whose}</span>}
      </Typography>
      {children}
    </section>
  );
}
