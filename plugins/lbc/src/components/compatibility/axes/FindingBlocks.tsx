import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { Sentence, TimeAgo, useText } from '../../../text';
import { quiet } from '../../../tones';
import { lbcTranslationRef } from '../../../translation';
import { CopyableCode } from '../../parts';
import type { Finding } from '../types';

const useStyles = makeStyles(
  theme => ({
    block: { marginTop: theme.spacing(0.75), paddingLeft: theme.spacing(3) },
    title: { color: quiet(theme) },
    list: {
      margin: 0,
      paddingLeft: theme.spacing(2.5),
      '& > li': { marginBottom: theme.spacing(0.25) },
    },
    plain: { listStyle: 'none', margin: 0, padding: 0 },
    quiet: { color: quiet(theme), whiteSpace: 'nowrap' },
    who: { fontWeight: 'bold' },
  }),
  { name: 'LbcFindingBlocks' },
);

/** A sentence; what follows it on lines of its own is to be taken along. */
function Told(props: { message: Finding['message'] }) {
  const { t } = useTranslationRef(lbcTranslationRef);
  const [first, ...rest] = useText().say(props.message).split('\n');
  return (
    <>
      {first}
      {rest.length > 0 && (
        <CopyableCode
          text={rest.join('\n')}
          copyLabel={t('compatibility.copyBlock')}
        />
      )}
    </>
  );
}

/** A part of a finding below its sentence. */
export function FindingBlock(props: { title: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <div className={classes.block}>
      <span className={classes.title}>{props.title}</span>
      {props.children}
    </div>
  );
}

/** What was seen, and how long ago. */
export function FindingEvidence(props: {
  evidence: readonly Finding['evidence'][number][];
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  if (props.evidence.length === 0) {
    return null;
  }
  return (
    <FindingBlock title={t('compatibility.evidence')}>
      <ul className={classes.list}>
        {props.evidence.map(({ message: seen, source, observedAt }, index) => (
          <li key={`${index}-${seen.code}`}>
            <Sentence message={seen} />{' '}
            <span className={classes.quiet}>
              {t(`detail.source.${source}`)}
              {observedAt && (
                <>
                  {' · '}
                  <TimeAgo iso={observedAt} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </FindingBlock>
  );
}

/** Who does what, in this order. */
export function FindingRemedy(props: { remedy: Finding['remedy'] }) {
  const { remedy = [] } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  if (remedy.length === 0) {
    return null;
  }
  return (
    <FindingBlock title={t('compatibility.whatToDo')}>
      <ol className={classes.list}>
        {remedy.map(({ who, message: todo }, index) => (
          <li key={`${index}-${todo.code}`}>
            {who !== 'nobody' && (
              <span className={classes.who}>{t(`actor.${who}`)}: </span>
            )}
            <Told message={todo} />
          </li>
        ))}
      </ol>
    </FindingBlock>
  );
}

/** How to check it; these only read. */
export function FindingCommands(props: { commands: Finding['commands'] }) {
  const { commands = [] } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  if (commands.length === 0) {
    return null;
  }
  return (
    <FindingBlock title={t('compatibility.commands')}>
      <ul className={classes.plain}>
        {commands.map(({ purpose, text }, index) => (
          <li key={`${index}-${purpose.code}`}>
            <Sentence message={purpose} />
            <CopyableCode
              text={text}
              copyLabel={t('compatibility.copyCommand')}
            />
          </li>
        ))}
      </ul>
    </FindingBlock>
  );
}
