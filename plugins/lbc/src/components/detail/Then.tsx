import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { SubjectDetail } from '@lbc-backstage/plugin-lbc-common';
import { Sentence } from '../../text';
import { lbcTranslationRef } from '../../translation';
import { Section } from '../parts';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2), alignContent: 'start' },
    list: {
      margin: 0,
      paddingLeft: theme.spacing(2.5),
      '& > li': { marginBottom: theme.spacing(0.5) },
    },
    who: { fontWeight: 'bold' },
  }),
  { name: 'LbcThen' },
);

/** What the state means for this one, and what to do, with who. */
export function Then(props: { subject: SubjectDetail }) {
  const { whatHappens, whatToDo } = props.subject;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const asked = whatToDo.filter(({ who }) => who !== 'nobody');
  const reassurance = whatToDo.find(({ who }) => who === 'nobody');
  return (
    <div className={classes.root}>
      {whatHappens.length > 0 && (
        <Section title={t('detail.whatHappens')}>
          <Typography component="ul" variant="body2" className={classes.list}>
            {whatHappens.map((message, index) => (
              <li key={`${index}-${message.code}`}>
                <Sentence message={message} />
              </li>
            ))}
          </Typography>
        </Section>
      )}
      <Section title={t('detail.whatToDo')}>
        {asked.length > 0 ? (
          <Typography component="ol" variant="body2" className={classes.list}>
            {asked.map(({ who, message }, index) => (
              <li key={`${index}-${message.code}`}>
                <span className={classes.who}>{t(`actor.${who}`)}:</span>{' '}
                <Sentence message={message} />
              </li>
            ))}
          </Typography>
        ) : (
          <Typography variant="body2">
            {reassurance ? (
              <Sentence message={reassurance.message} />
            ) : (
              t('detail.nothingToDo')
            )}
          </Typography>
        )}
      </Section>
    </div>
  );
}
