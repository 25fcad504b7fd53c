import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { quiet } from '../../tones';
import { lbcTranslationRef } from '../../translation';
import { StatusBadge } from './StatusBadge';
import { versionName } from './names';
import { useVerdict } from './useVerdict';
import type { Compatibility } from './types';
import { useVerdictStyles } from '../verdict/useVerdictStyles';

const useStyles = makeStyles(
  theme => ({
    lines: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
      columnGap: theme.spacing(3),
      rowGap: theme.spacing(1),
      margin: theme.spacing(1.25, 0, 0),
    },
    term: { ...theme.typography.caption, color: quiet(theme) },
    value: { ...theme.typography.body2, margin: 0 },
  }),
  { name: 'LbcCompatibilityVerdict' },
);

/** Which releases run, and what said so. */
export function Running(props: { compatibility: Compatibility }) {
  const { controller } = props.compatibility;
  const { t } = useTranslationRef(lbcTranslationRef);
  if (controller.kind === 'eks-auto-mode') {
    return <>{t('compatibility.runsAutoMode')}</>;
  }
  const { version, versions } = controller;
  const lines = versions.map(each => {
    const facts = [
      each.pods !== undefined && t('compatibility.pods', { count: each.pods }),
      t(`compatibility.from.${each.from}`),
      each.suffix && t('compatibility.rebuilt', { suffix: each.suffix }),
    ].filter(Boolean);
    const said = facts.join(', ');
    return each.version ? `${versionName(each.version)} (${said})` : said;
  });
  const words = version ? [versionName(version)] : [];
  return (
    <>
      {!version && <div>{t('compatibility.runsUnknown')}</div>}
      {(lines.length > 0 ? lines : words).map(line => (
        <div key={line}>{line}</div>
      ))}
    </>
  );
}

function Cluster(props: { compatibility: Compatibility }) {
  const { controller, kubernetes } = props.compatibility;
  const { cluster } = controller;
  const { t } = useTranslationRef(lbcTranslationRef);
  if (!kubernetes) {
    return <>{t('compatibility.clusterUnknown', { cluster })}</>;
  }
  const { version, support } = kubernetes;
  const noDate = t('compatibility.support.noDate');
  const supportWords = () => {
    switch (support?.status) {
      case 'standard':
        return t('compatibility.support.standard', {
          date: support.standardEnds ?? noDate,
        });
      case 'extended':
        return t('compatibility.support.extended', {
          date: support.extendedEnds ?? noDate,
        });
      case 'ended':
        return t('compatibility.support.ended');
      case 'unknown':
        return t('compatibility.support.unknown');
      default:
        return undefined;
    }
  };
  return (
    <>
      {[t('compatibility.clusterRuns', { cluster, version }), supportWords()]
        .filter(Boolean)
        .join(' · ')}
    </>
  );
}

function Behind(props: { compatibility: Compatibility }) {
  const { behind } = props.compatibility;
  const { t } = useTranslationRef(lbcTranslationRef);
  if (!behind) {
    return <>{t('compatibility.behindUnknown')}</>;
  }
  return behind.releases === 0 ? (
    <>{t('compatibility.behindNot')}</>
  ) : (
    <>
      {t('compatibility.behindBy', {
        count: behind.releases,
        newest: versionName(behind.newest),
        since: behind.since.slice(0, 10),
      })}
    </>
  );
}

function Life(props: { compatibility: Compatibility }) {
  const { liveness, replicas, rollout } = props.compatibility.controller;
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <>
      {[
        t(`compatibility.life.${liveness}`),
        replicas &&
          t('compatibility.replicas', {
            ready: String(replicas.ready),
            wanted: String(replicas.wanted),
          }),
        rollout &&
          rollout !== 'unknown' &&
          t(`compatibility.rollout.${rollout}`),
      ]
        .filter(Boolean)
        .join(' · ')}
    </>
  );
}

/** The verdict in a sentence, and the four facts that it rests on. */
export function ControllerVerdict(props: { compatibility: Compatibility }) {
  const { compatibility } = props;
  const { controller, status } = compatibility;
  const classes = useStyles();
  const frame = useVerdictStyles();
  const verdict = useVerdict();
  const { t } = useTranslationRef(lbcTranslationRef);
  const line = (term: string, value: ReactNode) => (
    <div>
      <dt className={classes.term}>{term}</dt>
      <dd className={classes.value}>{value}</dd>
    </div>
  );
  return (
    <>
      <Typography component="div" className={frame.headline}>
        <StatusBadge status={status} size={22} />
        <span>{verdict(compatibility)}</span>
      </Typography>
      <dl className={classes.lines}>
        {line(
          t('compatibility.runs'),
          <Running compatibility={compatibility} />,
        )}
        {line(
          t('compatibility.cluster'),
          <Cluster compatibility={compatibility} />,
        )}
        {controller.kind === 'deployment' && (
          <>
            {line(
              t('compatibility.behind'),
              <Behind compatibility={compatibility} />,
            )}
            {line(
              t('compatibility.life'),
              <Life compatibility={compatibility} />,
            )}
          </>
        )}
      </dl>
    </>
  );
}
