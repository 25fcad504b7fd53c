import { useContext } from 'react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { TimeAgo } from '../../../text';
import { quiet } from '../../../tones';
import { lbcTranslationRef } from '../../../translation';
import { Disclosure, SectionsOf } from '../../parts';
import { NotSeenList } from '../NotSeenList';
import type { Axis, Finding } from '../types';
import { FindingItem } from './FindingItem';

const useStyles = makeStyles(
  theme => ({
    root: {
      // The cards that follow fill the row above it.
      gridColumn: '1 / -1',
      minWidth: 0,
      padding: theme.spacing(1.5, 2),
      overflowWrap: 'anywhere',
      backgroundColor: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(1.25) },
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      columnGap: theme.spacing(1),
    },
    title: { fontWeight: 'bold', margin: 0 },
    quiet: { color: quiet(theme) },
    list: {
      listStyle: 'none',
      margin: theme.spacing(1, 0, 0),
      padding: 0,
      '& > li + li': {
        marginTop: theme.spacing(1.25),
        paddingTop: theme.spacing(1.25),
        borderTop: `1px solid ${theme.palette.divider}`,
      },
    },
    notSeen: { marginTop: theme.spacing(1.5) },
  }),
  { name: 'LbcAxisPanel' },
);

/** Findings at first; an axis of a whole cluster may have many. */
const MOST = 20;

/** Each command where it comes first: the same one often checks several. */
export function commandsOnce(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.map(finding => ({
    ...finding,
    commands: finding.commands?.filter(
      ({ text }) => !seen.has(text) && seen.add(text),
    ),
  }));
}

function Findings(props: { findings: readonly Finding[] }) {
  const findings = commandsOnce(props.findings);
  const classes = useStyles();
  return (
    <ul className={classes.list}>
      {findings.map((finding, index) => (
        <FindingItem key={`${index}-${finding.code}`} finding={finding} />
      ))}
    </ul>
  );
}

/** What is wrong first; what is fine, and what is beyond a screenful, on request. */
function Sorted(props: { findings: readonly Finding[] }) {
  const { findings } = props;
  const { t } = useTranslationRef(lbcTranslationRef);
  if (findings.length === 0) {
    return <div>{t('compatibility.noFindings')}</div>;
  }
  const isFine = ({ status }: Finding) =>
    status === 'pass' || status === 'not-applicable';
  const fine = findings.filter(isFine);
  const others = findings.filter(each => !isFine(each));
  if (others.length === 0) {
    return <Findings findings={fine} />;
  }
  const rest = others.slice(MOST);
  return (
    <>
      <Findings findings={others.slice(0, MOST)} />
      {rest.length > 0 && (
        <Disclosure
          label={t('compatibility.moreFindings', { count: rest.length })}
        >
          <Findings findings={rest} />
        </Disclosure>
      )}
      {fine.length > 0 && (
        <Disclosure label={t('compatibility.fine', { count: fine.length })}>
          <Findings findings={fine} />
        </Disclosure>
      )}
    </>
  );
}

/** All that an axis found, with how old the oldest of it is. */
export function AxisPanel(props: { axis: Axis; id: string }) {
  const { axis, id } = props;
  const { findings, notSeen, observedAt } = axis;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const whose = useContext(SectionsOf);
  const name = t(`compatibility.axis.${axis.axis}`);
  return (
    <Typography
      component="section"
      variant="body2"
      id={id}
      aria-label={whose ? `${name} · ${whose}` : name}
      className={classes.root}
    >
      <div className={classes.head}>
        <Typography component="h5" variant="body2" className={classes.title}>
          {name}
        </Typography>
        <span className={classes.quiet}>
          {t('compatibility.findings', { count: findings.length })}
          {observedAt && (
            <>
              {' · '}
              {t('detail.read')} <TimeAgo iso={observedAt} />
            </>
          )}
        </span>
      </div>
      <Sorted findings={findings} />
      {notSeen.length > 0 && (
        <div className={classes.notSeen}>
          <span className={classes.quiet}>
            {t('compatibility.notSeenHere')}
          </span>
          <NotSeenList items={notSeen} />
        </div>
      )}
    </Typography>
  );
}
