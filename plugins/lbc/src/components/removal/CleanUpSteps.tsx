import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CleanUpResponse } from '@lbc-backstage/plugin-lbc-common';
import { Sentence } from '../../text';
import { ToneIcon } from '../../tones';
import { lbcTranslationRef } from '../../translation';
import { CopyableCode } from '../parts';
import { Part } from './Part';
import { useRemovalStyles } from './useRemovalStyles';

type Step = CleanUpResponse['steps'][number];
type Command = Step['checks'][number];

/** Commands, each with what it is for. */
export function CommandList(props: {
  commands: readonly Command[];
  copyLabel: string;
}) {
  const classes = useRemovalStyles();
  return (
    <ul className={classes.list}>
      {props.commands.map(({ purpose, text }) => (
        <li key={text}>
          <Sentence message={purpose} />
          <CopyableCode text={text} copyLabel={props.copyLabel} />
        </li>
      ))}
    </ul>
  );
}

function StepText(props: { step: Step }) {
  const { message, blockers, checks, commands, id } = props.step;
  const classes = useRemovalStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const changes = id !== 'look' && id !== 'references';
  return (
    <>
      <Sentence message={message} />
      {blockers.map((blocker, index) => (
        <div key={`${index}-${blocker.message.code}`} className={classes.line}>
          <ToneIcon
            tone={blocker.status === 'blocks' ? 'red' : 'grey'}
            size={15}
          />
          <span className={classes.body}>
            {t(`cleanUp.${blocker.status}`)}{' '}
            <Sentence message={blocker.message} />
          </span>
        </div>
      ))}
      <div className={classes.quiet}>{t('cleanUp.checkFirst')}</div>
      <CommandList commands={checks} copyLabel={t('cleanUp.copyCheck')} />
      {commands.length > 0 && (
        <>
          <div className={classes.quiet}>{t('cleanUp.thenRun')}</div>
          <CommandList
            commands={commands}
            copyLabel={t('cleanUp.copyCommand')}
          />
        </>
      )}
      {commands.length === 0 && changes && (
        <div className={classes.quiet}>{t('cleanUp.notShown')}</div>
      )}
    </>
  );
}

/** The steps in AWS' order, each with its check before what changes something. */
export function CleanUpSteps(props: { steps: readonly Step[] }) {
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <Part
      title={t('cleanUp.steps')}
      ordered
      steps
      items={props.steps.map((step, index) => ({
        key: `${index}-${step.id}`,
        node: <StepText step={step} />,
      }))}
    />
  );
}
