import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { SubjectDetail } from '@lbc-backstage/plugin-lbc-common';
import { Sentence } from '../../text';
import { lbcTranslationRef } from '../../translation';
import { CopyableCode, Section } from '../parts';

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      '& > li + li': { marginTop: theme.spacing(1) },
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
            <CopyableCode text={text} copyLabel={t('detail.copyCommand')} />
          </li>
        ))}
      </Typography>
    </Section>
  );
}
