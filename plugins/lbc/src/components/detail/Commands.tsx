import { CopyTextButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { SubjectDetail } from '@lbc-backstage/plugin-lbc-common';
import { Sentence } from '../../text';
import { lbcTranslationRef } from '../../translation';
import { Section } from '../parts';

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      '& > li + li': { marginTop: theme.spacing(1) },
    },
    command: {
      display: 'flex',
      alignItems: 'flex-start',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.default,
    },
    text: {
      flex: 1,
      minWidth: 0,
      margin: 0,
      padding: theme.spacing(1),
      fontSize: 12.5,
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'LbcCommands' },
);

/** The commands that check what the page says; they only read. */
export function Commands(props: { subject: SubjectDetail }) {
  const { commands } = props.subject;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  if (commands.length === 0) {
    return null;
  }
  return (
    <Section title={t('detail.commands')}>
      <Typography component="ul" variant="body2" className={classes.list}>
        {commands.map(({ purpose, text }, index) => (
          <li key={`${index}-${purpose.code}`}>
            <Sentence message={purpose} />
            <div className={classes.command}>
              <pre className={classes.text}>
                <code>{text}</code>
              </pre>
              <CopyTextButton
                text={text}
                aria-label={t('detail.copyCommand')}
              />
            </div>
          </li>
        ))}
      </Typography>
    </Section>
  );
}
