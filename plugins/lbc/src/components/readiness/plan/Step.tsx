import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { Sentence } from '../../../text';
import { quiet, ToneBadge } from '../../../tones';
import { lbcTranslationRef } from '../../../translation';
import { CopyableCode } from '../../parts';
import type { PlanStep } from '../types';

const useStyles = makeStyles(
  theme => ({
    title: { fontWeight: 'bold' },
    quiet: { color: quiet(theme) },
    codes: { ...theme.typography.caption, color: quiet(theme) },
    command: { marginTop: theme.spacing(0.75) },
  }),
  { name: 'LbcPlanStep' },
);

/** One step: what, who, why, and the commands, each marked as to what it does. */
export function Step(props: { step: PlanStep }) {
  const { phase, stop, message, because, who, commands, snippet, findings } =
    props.step;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const title = [
    t(`readiness.plan.phase.${phase}`),
    stop && t('readiness.plan.stop', { version: stop }),
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <li data-phase={phase}>
      <span className={classes.title}>
        {title}
        {who !== 'nobody' && ` · ${t(`actor.${who}`)}`}:
      </span>{' '}
      <Sentence message={message} />
      <div className={classes.quiet}>
        {t('readiness.plan.because')}: <Sentence message={because} />{' '}
        {findings.length > 0 && (
          <span className={classes.codes}>{findings.join(', ')}</span>
        )}
      </div>
      {snippet && (
        <div className={classes.command}>
          <CopyableCode
            text={snippet.text.trimEnd()}
            copyLabel={t('readiness.finding.copySnippet')}
          />
        </div>
      )}
      {commands.map((command, index) => (
        <div key={`${index}-${command.text}`} className={classes.command}>
          <ToneBadge
            tone={command.changes ? 'amber' : 'green'}
            word={
              command.changes
                ? t('readiness.plan.changes')
                : t('readiness.plan.reads')
            }
            size={14}
          />
          <CopyableCode
            text={command.text}
            copyLabel={t('readiness.plan.copyCommand')}
          />
        </div>
      ))}
    </li>
  );
}
