import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import {
  lbcAttestPermission,
  lbcFleetReadPermission,
} from '@lbc-backstage/plugin-lbc-common';
import { lbcApiRef } from '../../api';
import type { ReadinessView } from '../../hooks/useReadinessView';
import { lbcTranslationRef } from '../../translation';
import { Sentence } from '../../text';
import { PlainState } from '../states';
import { Baselines } from './baselines';
import { Findings } from './findings';
import { Plan } from './plan';
import { Problem } from './Problem';
import { Rehearsals } from './Rehearsals';
import { Removal } from './Removal';
import { sameTarget } from './names';
import { useTargetName } from './useTargetName';
import type { ClusterReadiness, Message, Target } from './types';
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
  /** Why the reader does not see the whole cluster, in the portal's words. */
  notPermitted?: Message;
  view: ReadinessView;
  onAttested: () => void;
}) {
  const { readiness, notPermitted, view, onAttested } = props;
  const { cluster, report, problems = [] } = readiness;
  const classes = useStyles();
  const api = useApi(lbcApiRef);
  const targetName = useTargetName();
  const { t } = useTranslationRef(lbcTranslationRef);
  const mayAttest = usePermission({ permission: lbcAttestPermission }).allowed;
  const mayReadFleet = usePermission({
    permission: lbcFleetReadPermission,
  }).allowed;
  const baselines = (target: Target | undefined) => (
    <Baselines
      cluster={cluster}
      suggestedName={t('baselines.nameDefault', {
        target: target ? targetName(target) : t('readiness.target.change'),
      })}
      view={view}
    />
  );
  if (!report && problems.length > 0) {
    return (
      <div className={classes.root}>
        <Problem cluster={cluster} problems={problems} view={view} />
        {mayReadFleet && baselines(view.target)}
      </div>
    );
  }
  if (!report) {
    return (
      <PlainState title={t('readiness.denied.title', { cluster })}>
        {notPermitted ? (
          <Sentence message={notPermitted} />
        ) : (
          t('readiness.denied.text')
        )}
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
        attesting={
          mayAttest
            ? {
                cluster,
                target,
                attest: async options => {
                  await api.attest({ cluster, target, ...options });
                  onAttested();
                },
              }
            : undefined
        }
      />
      <Plan report={report} />
      {baselines(target)}
      <Rehearsals report={report} />
      <Removal cluster={cluster} />
    </div>
  );
}
