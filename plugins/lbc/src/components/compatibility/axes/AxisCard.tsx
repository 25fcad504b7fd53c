import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Sentence } from '../../../text';
import { quiet, useTones } from '../../../tones';
import { lbcTranslationRef } from '../../../translation';
import { STATUS_TONES, StatusBadge } from '../StatusBadge';
import type { Axis } from '../types';

const useStyles = makeStyles(
  theme => ({
    root: {
      ...theme.typography.body2,
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'stretch',
      justifyContent: 'flex-start',
      gap: theme.spacing(0.25),
      padding: theme.spacing(1, 1.25),
      textAlign: 'left',
      overflowWrap: 'anywhere',
      color: theme.palette.text.primary,
      backgroundColor: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      borderTop: '3px solid',
      borderRadius: theme.shape.borderRadius,
      '&:hover': { backgroundColor: theme.palette.action.hover },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
    open: { boxShadow: `inset 0 0 0 1px ${theme.palette.primary.main}` },
    head: { display: 'flex', alignItems: 'center', fontWeight: 'bold' },
    chevron: {
      marginLeft: 'auto',
      fontSize: 20,
      marginRight: -4,
      color: quiet(theme),
      transition: theme.transitions.create('transform', { duration: 120 }),
    },
    chevronOpen: { transform: 'rotate(90deg)' },
    because: { color: theme.palette.text.primary },
  }),
  { name: 'LbcAxisCard' },
);

/** One axis: its name, its verdict as icon and word, and the verdict in a sentence. */
export function AxisCard(props: {
  axis: Axis;
  open: boolean;
  panelId: string;
  onToggle: () => void;
}) {
  const { axis, open, panelId, onToggle } = props;
  const classes = useStyles();
  const tones = useTones();
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <ButtonBase
      className={`${classes.root} ${open ? classes.open : ''}`}
      style={{ borderTopColor: tones[STATUS_TONES[axis.status]].icon }}
      aria-expanded={open}
      aria-controls={open ? panelId : undefined}
      onClick={onToggle}
      data-axis={axis.axis}
    >
      <span className={classes.head}>
        {t(`compatibility.axis.${axis.axis}`)}
        <ChevronRightIcon
          aria-hidden
          className={`${classes.chevron} ${open ? classes.chevronOpen : ''}`}
        />
      </span>
      <StatusBadge status={axis.status} />
      <span className={classes.because}>
        <Sentence message={axis.because} />
      </span>
    </ButtonBase>
  );
}
