import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { Sentence, TimeAgo, useText } from '../../../text';
import { quiet } from '../../../tones';
import { lbcTranslationRef } from '../../../translation';
import { CopyableCode } from '../../parts';
import { StatusBadge } from '../StatusBadge';
import type { Finding } from '../types';

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      columnGap: theme.spacing(1),
      '& > :first-child': { alignSelf: 'center' },
    },
    code: { ...theme.typography.caption, color: quiet(theme) },
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
  { name: 'LbcFinding' },
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

/** One judged fact: the sentence, what was seen, who does what, and how to check. */
export function FindingItem(props: { finding: Finding }) {
  const { code, status, message, evidence, remedy, commands } = props.finding;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <li>
      <div className={classes.head}>
        <StatusBadge status={status} size={16} />
        <span>
          <Sentence message={message} />
        </span>
        <span className={classes.code}>{code}</span>
      </div>
      {evidence.length > 0 && (
        <div className={classes.block}>
          <span className={classes.title}>{t('compatibility.evidence')}</span>
          <ul className={classes.list}>
            {evidence.map(({ message: seen, source, observedAt }, index) => (
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
        </div>
      )}
      {remedy && remedy.length > 0 && (
        <div className={classes.block}>
          <span className={classes.title}>{t('compatibility.whatToDo')}</span>
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
        </div>
      )}
      {commands && commands.length > 0 && (
        <div className={classes.block}>
          <span className={classes.title}>{t('compatibility.commands')}</span>
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
        </div>
      )}
    </li>
  );
}
