import { makeStyles } from '@material-ui/core/styles';
import { CopyButton } from './CopyButton';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      alignItems: 'flex-start',
      maxWidth: 960,
      marginTop: theme.spacing(0.25),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      color: theme.palette.text.primary,
      backgroundColor: theme.palette.background.default,
    },
    text: {
      flex: 1,
      minWidth: 0,
      margin: 0,
      padding: theme.spacing(0.75, 1),
      fontSize: 12.5,
      lineHeight: 1.6,
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'LbcCopyableCode' },
);

/**
 * Code to take along. Plain rather than highlighted: the colours of the
 * host's highlighter are too faint to read in either theme.
 */
export function CopyableCode(props: { text: string; copyLabel: string }) {
  const { text, copyLabel } = props;
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <pre className={classes.text}>
        <code>{text}</code>
      </pre>
      <CopyButton text={text} label={copyLabel} />
    </div>
  );
}
