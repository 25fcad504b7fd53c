import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { SubjectDetail, Tone } from '@lbc-backstage/plugin-lbc-common';
import { Sentence, TimeAgo } from '../../text';
import { quiet, StateBadge, ToneIcon } from '../../tones';
import { lbcTranslationRef } from '../../translation';
import { Section } from '../parts';

type Evidence = SubjectDetail['evidence'][number];

const ORDER: Evidence['role'][] = ['blocks', 'supports', 'context'];
const TONES: Record<Evidence['role'], Tone> = {
  blocks: 'red',
  supports: 'green',
  context: 'grey',
};

export const useListOfSentences = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: theme.spacing(0.5, 0),
      padding: 0,
      '& > li': { marginBottom: theme.spacing(0.5) },
    },
    plain: {
      margin: theme.spacing(0.5, 0),
      paddingLeft: theme.spacing(2.5),
      '& > li': { marginBottom: theme.spacing(0.5) },
    },
    age: { color: quiet(theme), whiteSpace: 'nowrap' },
    title: { color: quiet(theme) },
    badges: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 2) },
    block: { marginTop: theme.spacing(1) },
  }),
  { name: 'LbcSentences' },
);

function EvidenceLine(props: { evidence: Evidence }) {
  const { message, source, observedAt } = props.evidence;
  const classes = useListOfSentences();
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <li>
      <Sentence message={message} />{' '}
      <span className={classes.age}>
        {t(`detail.source.${source}`)}
        {observedAt && (
          <>
            {' · '}
            <TimeAgo iso={observedAt} />
          </>
        )}
      </span>
    </li>
  );
}

function Sentences(props: {
  title: string;
  messages: SubjectDetail['notExamined'];
}) {
  const classes = useListOfSentences();
  if (props.messages.length === 0) {
    return null;
  }
  return (
    <div className={classes.block}>
      <span className={classes.title}>{props.title}</span>
      <ul className={classes.plain}>
        {props.messages.map((message, index) => (
          <li key={`${index}-${message.code}`}>
            <Sentence message={message} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Why the state is what it is: what was seen, with ages, and what was not. */
export function Why(props: { subject: SubjectDetail }) {
  const { because, evidence, candidates, wouldDecide, notExamined, grade } =
    props.subject;
  const classes = useListOfSentences();
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <Section title={t('detail.why')}>
      <Typography component="div" variant="body2">
        <div>
          <Sentence message={because} />
        </div>
        {grade && <div>{t(`detail.${grade}`)}</div>}
        {ORDER.map(role => {
          const lines = evidence.filter(line => line.role === role);
          return (
            lines.length > 0 && (
              <div key={role} className={classes.block}>
                <span
                  className={`${classes.title} ${classes.badges}`}
                  style={{ alignItems: 'center', columnGap: 6 }}
                >
                  <ToneIcon tone={TONES[role]} size={15} />
                  {t(`detail.${role}`)}
                </span>
                <ul className={classes.plain}>
                  {lines.map((line, index) => (
                    <EvidenceLine
                      key={`${index}-${line.message.code}`}
                      evidence={line}
                    />
                  ))}
                </ul>
              </div>
            )
          );
        })}
        {candidates && candidates.length > 0 && (
          <div className={classes.block}>
            <span className={classes.title}>{t('detail.candidates')}</span>
            <div className={classes.badges}>
              {candidates.map(state => (
                <StateBadge key={state} state={state} />
              ))}
            </div>
          </div>
        )}
        <Sentences
          title={t('detail.wouldDecide')}
          messages={wouldDecide ?? []}
        />
        <Sentences title={t('detail.notExamined')} messages={notExamined} />
      </Typography>
    </Section>
  );
}
