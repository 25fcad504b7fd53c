import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../../text';
import { quiet } from '../../../tones';
import { lbcTranslationRef } from '../../../translation';
import { CopyTextButton, Section } from '../../parts';
import { useTargetName } from '../useTargetName';
import type { Report } from '../types';
import { planAsMarkdown } from './asMarkdown';
import type { PlanWords } from './asMarkdown';
import { Step } from './Step';

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
      '& > :first-child': { flex: 1, minWidth: 200, color: quiet(theme) },
    },
    list: {
      margin: theme.spacing(1, 0, 0),
      padding: theme.spacing(1.25, 2, 1.25, 5),
      backgroundColor: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      '& > li + li': {
        marginTop: theme.spacing(1.25),
        paddingTop: theme.spacing(1.25),
        borderTop: `1px solid ${theme.palette.divider}`,
      },
      [theme.breakpoints.down('xs')]: {
        padding: theme.spacing(1.25, 1.25, 1.25, 3.5),
      },
    },
  }),
  { name: 'LbcPlan' },
);

/** What a person or a pipeline does, in this order and why. */
export function Plan(props: { report: Report }) {
  const { cluster, target, plan } = props.report;
  const classes = useStyles();
  const text = useText();
  const targetName = useTargetName();
  const { t } = useTranslationRef(lbcTranslationRef);
  const words: PlanWords = {
    title: t('readiness.plan.markdownTitle', {
      cluster,
      target: targetName(target),
    }),
    because: t('readiness.plan.because'),
    findings: t('readiness.plan.findings'),
    reads: t('readiness.plan.reads'),
    changes: t('readiness.plan.changes'),
    phase: phase => t(`readiness.plan.phase.${phase}`),
    stop: version => t('readiness.plan.stop', { version }),
    who: who => t(`actor.${who}`),
  };
  const markdown = (as: 'numbered' | 'checklist') => () =>
    planAsMarkdown({ steps: plan, text, words, as });
  return (
    <Section title={t('readiness.plan')}>
      {plan.length === 0 ? (
        <Typography variant="body2">{t('readiness.plan.none')}</Typography>
      ) : (
        <>
          <div className={classes.head}>
            <Typography variant="body2">
              {t('readiness.plan.intro', { cluster })}
            </Typography>
            <CopyTextButton
              label={t('readiness.plan.copyMarkdown')}
              text={markdown('numbered')}
            />
            <CopyTextButton
              label={t('readiness.plan.copyChecklist')}
              text={markdown('checklist')}
            />
          </div>
          <Typography component="ol" variant="body2" className={classes.list}>
            {plan.map((step, index) => (
              <Step
                key={`${index}-${step.phase}-${step.message.code}`}
                step={step}
                words={words}
              />
            ))}
          </Typography>
        </>
      )}
    </Section>
  );
}
