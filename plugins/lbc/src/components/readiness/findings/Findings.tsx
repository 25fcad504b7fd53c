import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from '../../../hooks/useId';
import { quiet } from '../../../tones';
import { lbcTranslationRef } from '../../../translation';
import { Disclosure, Section } from '../../parts';
import type { Finding } from '../types';
import type { Attesting } from './AttestButton';
import { FindingItem } from './FindingItem';
import { GROUPS, groupFindings, saidOnce } from './groups';
import type { Group } from './groups';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1.5),
    },
    group: {
      display: 'grid',
      gridTemplateColumns: '88px minmax(0, 1fr)',
      gap: theme.spacing(0.5, 2),
      padding: theme.spacing(1.25, 2),
      backgroundColor: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
        padding: theme.spacing(1.25),
      },
    },
    title: { ...theme.typography.body2, fontWeight: 'bold', margin: 0 },
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      '& > li + li': {
        marginTop: theme.spacing(1.25),
        paddingTop: theme.spacing(1.25),
        borderTop: `1px solid ${theme.palette.divider}`,
      },
    },
    quiet: { color: quiet(theme) },
  }),
  { name: 'LbcReadinessFindings' },
);

function List(props: { findings: Finding[]; attesting?: Attesting }) {
  const classes = useStyles();
  return (
    <ul className={classes.list}>
      {saidOnce(props.findings).map((finding, index) => (
        <FindingItem
          key={`${index}-${finding.code}`}
          finding={finding}
          attesting={props.attesting}
        />
      ))}
    </ul>
  );
}

function GroupView(props: {
  group: Group;
  findings: Finding[];
  attesting?: Attesting;
}) {
  const { group, findings, attesting } = props;
  const classes = useStyles();
  const id = useId('lbc-group');
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <Typography
      component="section"
      variant="body2"
      aria-labelledby={id}
      className={classes.group}
    >
      <h5 id={id} className={classes.title}>
        {t(`readiness.group.${group}`)}
      </h5>
      {findings.length > 0 ? (
        <List findings={findings} attesting={attesting} />
      ) : (
        <span className={classes.quiet}>{t('readiness.group.nothing')}</span>
      )}
    </Typography>
  );
}

/** All findings, by what one does about them. */
export function Findings(props: {
  findings: readonly Finding[];
  attesting?: Attesting;
}) {
  const { findings, attesting } = props;
  const classes = useStyles();
  const id = useId('lbc-passed');
  const { t } = useTranslationRef(lbcTranslationRef);
  const { groups, passed, notApplicable } = groupFindings(findings);
  const collapsed = passed.length + notApplicable.length > 0;
  return (
    <Section title={t('readiness.findings')}>
      <div className={classes.root}>
        {GROUPS.map(group => (
          <GroupView
            key={group}
            group={group}
            findings={groups[group]}
            attesting={attesting}
          />
        ))}
        {collapsed && (
          <Typography
            component="section"
            variant="body2"
            aria-labelledby={id}
            className={classes.group}
          >
            <h5 id={id} className={classes.title}>
              {t('readiness.group.passed')}
            </h5>
            <div>
              {passed.length > 0 && (
                <Disclosure
                  label={t('readiness.group.passed.show', {
                    count: passed.length,
                  })}
                >
                  <List findings={passed} />
                </Disclosure>
              )}
              {notApplicable.length > 0 && (
                <Disclosure
                  label={t('readiness.group.notApplicable', {
                    count: notApplicable.length,
                  })}
                >
                  <List findings={notApplicable} />
                </Disclosure>
              )}
            </div>
          </Typography>
        )}
      </div>
    </Section>
  );
}
