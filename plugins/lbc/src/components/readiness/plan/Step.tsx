import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { Sentence } from '../../../text';
import { quiet } from '../../../tones';
import { lbcTranslationRef } from '../../../translation';
import { CopyableCode } from '../../parts';
import { Badge } from '../Badge';
import type { PlanStep } from '../types';
import { stepTitle } from './asMarkdown';
import type { PlanWords } from './asMarkdown';

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
export function Step(props: { step: PlanStep; words: PlanWords }) {
  const { step, words } = props;
  const { message, because, who, commands, snippet, findings } = step;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <li data-phase={step.phase}>
      <span className={classes.title}>
        {stepTitle(step, words)}
        {who !== 'nobody' && ` · ${words.who(who)}`}:
      </span>{' '}
      <Sentence message={message} />
      <div className={classes.quiet}>
        {words.because}: <Sentence message={because} />{' '}
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
          <Badge
            tone={command.changes ? 'amber' : 'green'}
            word={command.changes ? words.changes : words.reads}
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
