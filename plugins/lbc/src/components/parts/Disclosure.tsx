import { useState } from 'react';
import type { ReactNode } from 'react';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import { useId } from '../../hooks/useId';

const useStyles = makeStyles(
  theme => ({
    button: {
      ...theme.typography.body2,
      color: theme.palette.text.primary,
      borderRadius: theme.shape.borderRadius,
      padding: theme.spacing(0.25, 0.5, 0.25, 0),
      textAlign: 'left',
      '&:hover': { textDecoration: 'underline' },
      '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    },
    icon: {
      fontSize: 18,
      flex: 'none',
      transition: theme.transitions.create('transform', { duration: 120 }),
    },
    open: { transform: 'rotate(90deg)' },
    body: { paddingTop: theme.spacing(0.5) },
  }),
  { name: 'LbcDisclosure' },
);

/** Shows more on request, by mouse or key. */
export function Disclosure(props: { label: ReactNode; children: ReactNode }) {
  const { label, children } = props;
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  const id = useId('lbc-disclosure');
  return (
    <div>
      <ButtonBase
        className={classes.button}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(previous => !previous)}
      >
        <ChevronRightIcon
          aria-hidden
          className={`${classes.icon} ${open ? classes.open : ''}`}
        />
        {label}
      </ButtonBase>
      {open && (
        <div id={id} className={classes.body}>
          {children}
        </div>
      )}
    </div>
  );
}
