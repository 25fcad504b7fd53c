import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import { lbcApiRef } from '../../api';
import type { ReadinessView } from '../../hooks/useReadinessView';
import { lbcTranslationRef } from '../../translation';
import { PlainState } from '../states';
import { Baselines } from './baselines';
import { Findings } from './findings';
import { Plan } from './plan';
import { Rehearsals } from './Rehearsals';
import { Removal } from './Removal';
import { sameTarget } from './names';
import { useTargetName } from './useTargetName';
import type { ClusterReadiness } from './types';
import { TargetPicker, VerdictCard } from './verdict';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2.5),
    },
    progress: { marginTop: theme.spacing(1) },
  }),
  { name: 'LbcClusterReadiness' },
);

/** All about one cluster, for those who look after it. */
export function ClusterSection(props: {
  readiness: ClusterReadiness;
  view: ReadinessView;
  onAttested: () => void;
}) {
  const { readiness, view, onAttested } = props;
  const { cluster, report } = readiness;
  const classes = useStyles();
  const api = useApi(lbcApiRef);
  const targetName = useTargetName();
  const { t } = useTranslationRef(lbcTranslationRef);
  if (!report) {
    return (
      <PlainState title={t('readiness.denied.title', { cluster })}>
        {t('readiness.denied.text')}
      </PlainState>
    );
  }
  const { target, proposals } = report;
  const onItsWay =
    view.target && !sameTarget(view.target, target) ? view.target : undefined;
  return (
    <div className={classes.root}>
      <VerdictCard report={report}>
        <TargetPicker
          target={target}
          wanted={onItsWay}
          proposals={proposals}
          view={view}
        />
        {onItsWay && (
          <div className={classes.progress} role="status">
            {t('readiness.loading', { target: targetName(onItsWay) })}
            <LinearProgress aria-hidden />
          </div>
        )}
      </VerdictCard>
      <Findings
        findings={report.findings}
        attesting={{
          cluster,
          target,
          attest: async options => {
            await api.attest({ cluster, target, ...options });
            onAttested();
          },
        }}
      />
      <Plan report={report} />
      <Baselines
        cluster={cluster}
        suggestedName={t('baselines.nameDefault', {
          target: targetName(target),
        })}
        view={view}
      />
      <Rehearsals report={report} />
      <Removal cluster={cluster} />
    </div>
  );
}
