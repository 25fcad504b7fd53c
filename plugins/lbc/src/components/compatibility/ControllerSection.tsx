import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CompatibilityView } from '../../hooks/useCompatibilityView';
import { useTones } from '../../tones';
import { lbcTranslationRef } from '../../translation';
import { Section, SectionsOf } from '../parts';
import { visuallyHidden } from '../parts/visuallyHidden';
import { Axes } from './axes';
import { ControllerVerdict } from './ControllerVerdict';
import { Features } from './features';
import { Ladder } from './ladder';
import { gatherNotSeen, NotSeenList } from './NotSeenList';
import { RunningFacts } from './RunningFacts';
import { STATUS_TONES } from './StatusBadge';
import { useControllerName } from './useControllerName';
import type { Compatibility } from './types';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
      // One controller apart from the other.
      '& + &': { marginTop: theme.spacing(3) },
    },
    verdict: {
      padding: theme.spacing(1.5, 2),
      borderLeft: '4px solid',
      overflowWrap: 'anywhere',
    },
    title: { ...theme.typography.subtitle1, fontWeight: 'bold', margin: 0 },
    frame: {
      padding: theme.spacing(1.5, 2),
      minWidth: 0,
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(1.25) },
    },
    details: { marginTop: theme.spacing(1) },
  }),
  { name: 'LbcController' },
);

/** One controller: the verdict first, then why, then what would be better. */
export function ControllerSection(props: {
  compatibility: Compatibility;
  view: CompatibilityView;
  /** The name as a heading, where there are several. */
  named: boolean;
}) {
  const { compatibility, view, named } = props;
  const { controller, status, axes, ladder } = compatibility;
  const classes = useStyles();
  const tones = useTones();
  const { t } = useTranslationRef(lbcTranslationRef);
  const name = useControllerName()(controller);
  const notSeen = gatherNotSeen(axes);
  return (
    <section
      className={classes.root}
      aria-label={t('compatibility.controller', { name })}
    >
      <h3 className={classes.title} style={named ? undefined : visuallyHidden}>
        {name}
      </h3>
      <Paper
        variant="outlined"
        component="section"
        aria-label={
          named ? `${t('verdict.label')} · ${name}` : t('verdict.label')
        }
        className={classes.verdict}
        style={{ borderLeftColor: tones[STATUS_TONES[status]].icon }}
      >
        <ControllerVerdict compatibility={compatibility} />
        {controller.kind === 'deployment' && (
          <div className={classes.details}>
            <RunningFacts controller={controller} />
          </div>
        )}
      </Paper>
      <SectionsOf.Provider value={named ? name : undefined}>
        <Axes compatibility={compatibility} view={view} />
        {controller.kind === 'deployment' && ladder.length > 0 && (
          <Paper variant="outlined" className={classes.frame}>
            <Ladder compatibility={compatibility} />
          </Paper>
        )}
        <Paper variant="outlined" className={classes.frame}>
          <Features compatibility={compatibility} view={view} />
        </Paper>
        {notSeen.length > 0 && (
          <Paper variant="outlined" className={classes.frame}>
            <Section title={t('compatibility.notSeen')}>
              <Typography component="div" variant="body2">
                <NotSeenList items={notSeen} />
              </Typography>
            </Section>
          </Paper>
        )}
      </SectionsOf.Provider>
    </section>
  );
}
