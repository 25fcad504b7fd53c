import { makeStyles } from '@material-ui/core/styles';
import { Sentence } from '../../../text';
import { quiet } from '../../../tones';
import { StatusBadge } from '../StatusBadge';
import type { Finding } from '../types';
import {
  FindingCommands,
  FindingEvidence,
  FindingRemedy,
} from './FindingBlocks';

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      columnGap: theme.spacing(1),
      '& > :first-child': { alignSelf: 'center' },
    },
    code: { ...theme.typography.caption, color: quiet(theme) },
  }),
  { name: 'LbcFinding' },
);

/** One judged fact: the sentence, what was seen, who does what, and how to check. */
export function FindingItem(props: { finding: Finding }) {
  const { code, status, message, evidence, remedy, commands } = props.finding;
  const classes = useStyles();
  return (
    <li>
      <div className={classes.head}>
        <StatusBadge status={status} size={16} />
        <span>
          <Sentence message={message} />
        </span>
        <span className={classes.code}>{code}</span>
      </div>
      <FindingEvidence evidence={evidence} />
      <FindingRemedy remedy={remedy} />
      <FindingCommands commands={commands} />
    </li>
  );
}
