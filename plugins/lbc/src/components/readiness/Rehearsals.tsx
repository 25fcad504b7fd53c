import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { TimeAgo } from '../../text';
import { ToneBadge } from '../../tones';
import { lbcTranslationRef } from '../../translation';
import { versionName } from '../compatibility/names';
import { Section } from '../parts';
import { COMPARISON_ORDER, COMPARISON_TONES } from './baselines/tones';
import { useTargetName } from './useTargetName';
import type { Rehearsed, Report } from './types';

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      '& > li': {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: theme.spacing(0.75),
        marginBottom: theme.spacing(0.5),
      },
    },
  }),
  { name: 'LbcRehearsals' },
);

function Verified(props: { verification?: string }) {
  const { t } = useTranslationRef(lbcTranslationRef);
  const verdict = COMPARISON_ORDER.find(each => each === props.verification);
  return verdict ? (
    <ToneBadge
      tone={COMPARISON_TONES[verdict]}
      word={t(`baselines.verdict.${verdict}`)}
      size={16}
    />
  ) : (
    <ToneBadge
      tone="grey"
      word={t('readiness.rehearsal.notVerified')}
      size={16}
    />
  );
}

function Line(props: { rehearsal: Rehearsed }) {
  const { cluster, version, since, covers, of, kubernetes, verification } =
    props.rehearsal;
  const { t } = useTranslationRef(lbcTranslationRef);
  const facts = [
    of > 0
      ? t('readiness.rehearsal.covers', {
          covers: String(covers),
          of: String(of),
        })
      : t('readiness.rehearsal.coversNone'),
    kubernetes &&
      t(
        kubernetes.here === kubernetes.there
          ? 'readiness.rehearsal.kubernetesSame'
          : 'readiness.rehearsal.kubernetes',
        kubernetes,
      ),
  ];
  return (
    <li>
      <span>
        {t('readiness.rehearsal.runs', {
          cluster,
          version: versionName(version),
          duration: <TimeAgo iso={since} format="span" />,
        })}
      </span>
      <span aria-hidden>·</span>
      <Verified verification={verification} />
      <span aria-hidden>·</span>
      <span>{facts.filter(Boolean).join(' · ')}</span>
    </li>
  );
}

/** Where the target already runs, and how like this cluster that one is. */
export function Rehearsals(props: { report: Report }) {
  const { rehearsals, target } = props.report;
  const classes = useStyles();
  const targetName = useTargetName();
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <Section title={t('readiness.rehearsal')}>
      {rehearsals.length > 0 ? (
        <Typography component="ul" variant="body2" className={classes.list}>
          {rehearsals.map(rehearsal => (
            <Line key={rehearsal.cluster} rehearsal={rehearsal} />
          ))}
        </Typography>
      ) : (
        <Typography variant="body2">
          {t('readiness.rehearsal.none', { target: targetName(target) })}
        </Typography>
      )}
    </Section>
  );
}
