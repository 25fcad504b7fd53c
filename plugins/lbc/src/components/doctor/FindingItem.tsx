import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Sentence } from '../../text';
import { lbcTranslationRef } from '../../translation';
import { CopyableCode, Disclosure } from '../parts';
import { ToneBadge } from '../../tones';
import type { Finding } from './types';
import { SEVERITY_TONES } from './types';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(0.75),
      overflowWrap: 'anywhere',
    },
    message: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      alignItems: 'center',
    },
  }),
  { name: 'LbcDoctorFinding' },
);

/** One thing that is missing: what, what it hides, and what to paste where. */
export function FindingItem(props: { finding: Finding }) {
  const { severity, message, hides, remedy, snippets, commands } =
    props.finding;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <div className={classes.root}>
      <div className={classes.message}>
        <ToneBadge
          tone={SEVERITY_TONES[severity]}
          word={t(`doctor.severity.${severity}`)}
        />
        <strong>
          <Sentence message={message} />
        </strong>
      </div>
      {hides && (
        <div>
          {t('doctor.hides')}: <Sentence message={hides} />
        </div>
      )}
      <div>
        {t('doctor.remedy')}: <Sentence message={remedy} />
      </div>
      {snippets.map(({ purpose, text }) => (
        <div key={text}>
          <Sentence message={purpose} />
          <CopyableCode text={text} copyLabel={t('doctor.copy')} />
        </div>
      ))}
      {commands.length > 0 && (
        <Disclosure label={t('doctor.checks')}>
          {commands.map(({ purpose, text }) => (
            <div key={text}>
              <Sentence message={purpose} />
              <CopyableCode text={text} copyLabel={t('doctor.copyCommand')} />
            </div>
          ))}
        </Disclosure>
      )}
    </div>
  );
}
