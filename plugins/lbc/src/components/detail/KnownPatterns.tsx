import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { SubjectDetail } from '@lbc-backstage/plugin-lbc-common';
import { Sentence, TimeAgo } from '../../text';
import { quiet } from '../../tones';
import { lbcTranslationRef } from '../../translation';
import { Section } from '../parts';

type Finding = SubjectDetail['findings'][number];
type ApiMessage = Finding['title'];

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gap: theme.spacing(1.5),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    title: { fontWeight: 'bold' },
    quiet: { color: quiet(theme) },
    seen: {
      margin: theme.spacing(0.5, 0),
      paddingLeft: theme.spacing(2.5),
    },
  }),
  { name: 'LbcKnownPatterns' },
);

function keyOf({ code, params = {} }: ApiMessage): string {
  return JSON.stringify([code, Object.entries(params).sort()]);
}

/** What the reason, its evidence and the advice say already. */
function saidElsewhere(subject: SubjectDetail): ReadonlySet<string> {
  const { because, evidence, whatHappens, whatToDo } = subject;
  return new Set(
    [
      because,
      ...evidence.map(({ message }) => message),
      ...whatHappens,
      ...whatToDo.map(({ message }) => message),
    ].map(keyOf),
  );
}

function Pattern(props: { finding: Finding; said: ReadonlySet<string> }) {
  const { finding, said } = props;
  const { title, messages, evidence, who, whatToDo, failureModes } = finding;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const isNew = (message: ApiMessage) => !said.has(keyOf(message));
  const sentences = messages.filter(isNew);
  const told = new Set(messages.map(keyOf));
  const seen = evidence.filter(
    ({ message }) => isNew(message) && !told.has(keyOf(message)),
  );
  return (
    <li>
      <span className={classes.title}>
        <Sentence message={title} />
      </span>{' '}
      <span className={classes.quiet} title="docs/failure-modes.md">
        {failureModes.join(' · ')}
      </span>
      {sentences.map((message, index) => (
        <div key={`${index}-${message.code}`}>
          <Sentence message={message} />
        </div>
      ))}
      {seen.length > 0 && (
        <ul className={classes.seen}>
          {seen.map(({ message, source, observedAt }, index) => (
            <li key={`${index}-${message.code}`}>
              <Sentence message={message} />{' '}
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
      )}
      {whatToDo && isNew(whatToDo) && (
        <div>
          <span className={classes.title}>{t(`actor.${who}`)}:</span>{' '}
          <Sentence message={whatToDo} />
        </div>
      )}
    </li>
  );
}

/**
 * Known patterns of failure that the subject shows. What the page says above
 * already is not said again.
 */
export function KnownPatterns(props: { subject: SubjectDetail }) {
  const { subject } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  if (subject.findings.length === 0) {
    return null;
  }
  const said = saidElsewhere(subject);
  return (
    <Section title={t('detail.knownPatterns')}>
      <Typography component="ul" variant="body2" className={classes.list}>
        {subject.findings.map(finding => (
          <Pattern key={finding.code} finding={finding} said={said} />
        ))}
      </Typography>
    </Section>
  );
}
