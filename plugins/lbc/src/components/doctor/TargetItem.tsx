import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { formatDurationSeconds } from '@lbc-backstage/plugin-lbc-common';
import { TimeAgo } from '../../text';
import { quiet, ToneBadge } from '../../tones';
import { lbcTranslationRef } from '../../translation';
import { Disclosure } from '../parts';
import { FindingList } from './FindingList';
import { SourceTable } from './SourceTable';
import { STATUS_TONES, Target } from './types';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1),
      padding: theme.spacing(1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
    },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      alignItems: 'center',
    },
    name: {
      ...theme.typography.subtitle1,
      margin: 0,
      overflowWrap: 'anywhere',
    },
    quiet: { color: quiet(theme) },
  }),
  { name: 'LbcDoctorTarget' },
);

/** One cluster, or one account and Region: how much of it is seen, and why not more. */
export function TargetItem(props: { target: Target }) {
  const { name, kind, status, observedAt, cadenceSeconds, seen, of } =
    props.target;
  const { findings, sources, late } = props.target;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <article className={classes.root} aria-label={name}>
      <div className={classes.line}>
        <h5 className={classes.name}>{name}</h5>
        <ToneBadge
          tone={STATUS_TONES[status]}
          word={t(`doctor.status.${status}`)}
        />
        <span className={classes.quiet}>
          {t(`doctor.kind.${kind}`)} ·{' '}
          {of > 0 &&
            `${t('doctor.counts', { seen: String(seen), of: String(of) })} · `}
          {observedAt === undefined
            ? t('doctor.neverRead')
            : t('doctor.read', { age: <TimeAgo iso={observedAt} /> })}
          ,{' '}
          {t('doctor.every', {
            cadence: formatDurationSeconds(cadenceSeconds),
          })}
          {late && ` · ${t('doctor.late')}`}
        </span>
      </div>
      {findings.length > 0 && <FindingList findings={findings} />}
      {sources.length > 0 && (
        <Disclosure label={t('doctor.sources', { target: name })}>
          <SourceTable target={props.target} />
        </Disclosure>
      )}
    </article>
  );
}
