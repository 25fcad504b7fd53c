import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { planMarkdown } from '@lbc-backstage/plugin-lbc-common';
import { useText } from '../../../text';
import { quiet } from '../../../tones';
import { lbcTranslationRef } from '../../../translation';
import { CopyTextButton, Section } from '../../parts';
import type { Report } from '../types';
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
  const { report } = props;
  const { cluster, plan } = report;
  const classes = useStyles();
  const text = useText();
  const { t } = useTranslationRef(lbcTranslationRef);
  // As the API gives it, with times as this page says them.
  const markdown = (checklist: boolean) => () =>
    planMarkdown(report, { checklist, formatTime: text.when });
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
              text={markdown(false)}
            />
            <CopyTextButton
              label={t('readiness.plan.copyChecklist')}
              text={markdown(true)}
            />
          </div>
          <Typography component="ol" variant="body2" className={classes.list}>
            {plan.map((step, index) => (
              <Step
                key={`${index}-${step.phase}-${step.message.code}`}
                step={step}
              />
            ))}
          </Typography>
        </>
      )}
    </Section>
  );
}
