import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { SubjectDetail } from '@lbc-backstage/plugin-lbc-common';
import { Sentence, TimeAgo } from '../../text';
import { quiet } from '../../tones';
import { lbcTranslationRef } from '../../translation';
import { DataTable, Disclosure, Section } from '../parts';

const useStyles = makeStyles(
  theme => ({
    quiet: { color: quiet(theme) },
    path: {
      ...theme.typography.caption,
      display: 'block',
      lineHeight: 1.3,
      color: quiet(theme),
    },
    list: { margin: theme.spacing(0.5, 0, 0), paddingLeft: theme.spacing(2.5) },
  }),
  { name: 'LbcDrift' },
);

/** What in AWS is otherwise than the owners ask, and what becomes of it. */
export function Drift(props: { subject: SubjectDetail }) {
  const { drift } = props.subject;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  if (!drift) {
    return null;
  }
  const { findings, moreFindings, notExamined, compared, observedAt } = drift;
  const none =
    compared === 0
      ? t('drift.nothingCompared')
      : t('drift.none', { compared: String(compared) });
  const summary =
    findings.length === 0
      ? none
      : t('drift.some', {
          compared: String(compared),
          number: String(findings.length + moreFindings),
        });
  const value = (text: string | null) => text ?? t('drift.nothing');
  return (
    <Section title={t('drift.title')}>
      <Typography variant="body2">
        {summary}{' '}
        <span className={classes.quiet}>
          {t('detail.read')} <TimeAgo iso={observedAt} />
        </span>
      </Typography>
      {findings.length > 0 && (
        <DataTable
          label={t('drift.title')}
          head={[
            t('drift.what'),
            t('drift.expected'),
            t('drift.live'),
            t('drift.follows'),
          ]}
          rows={findings.map(finding => ({
            key: finding.path,
            cells: [
              <>
                <Sentence message={finding.message} />
                <span className={classes.path}>{finding.path}</span>
              </>,
              value(finding.expected),
              value(finding.live),
              t(`drift.kind.${finding.kind}`),
            ],
          }))}
        />
      )}
      {moreFindings > 0 && (
        <Typography variant="caption" className={classes.quiet}>
          {t('drift.more', { count: moreFindings })}
        </Typography>
      )}
      {notExamined.length > 0 && (
        <Disclosure
          label={t('drift.notExamined', { count: notExamined.length })}
        >
          <Typography component="ul" variant="body2" className={classes.list}>
            {notExamined.map((message, index) => (
              <li key={`${index}-${message.code}`}>
                <Sentence message={message} />
              </li>
            ))}
          </Typography>
        </Disclosure>
      )}
    </Section>
  );
}
