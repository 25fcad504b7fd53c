import { makeStyles } from '@material-ui/core/styles';
import { FindingItem } from './FindingItem';
import type { Finding } from './types';

const useStyles = makeStyles(
  theme => ({
    list: {
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
  { name: 'LbcDoctorFindings' },
);

/** Findings, the worst first. */
export function FindingList(props: { findings: readonly Finding[] }) {
  const classes = useStyles();
  return (
    <ul className={classes.list}>
      {props.findings.map(finding => (
        <li
          key={`${finding.code} ${finding.target} ${
            finding.right
          } ${JSON.stringify(finding.message)}`}
        >
          <FindingItem finding={finding} />
        </li>
      ))}
    </ul>
  );
}
