import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import type { ApiStackDetail, Tone } from '@lbc-backstage/plugin-lbc-common';
import { ToneIcon } from '../../../tones';
import { lbcTranslationRef } from '../../../translation';
import { DataTable } from '../../parts';
import { useStackStyles } from './useStackStyles';

type TargetGroup = NonNullable<ApiStackDetail['chain']['targetGroups']>[number];
type Target = NonNullable<TargetGroup['targets']>[number];

const TONES: Readonly<Record<string, Tone>> = {
  healthy: 'green',
  unhealthy: 'red',
  initial: 'blue',
  draining: 'blue',
};

function TargetState(props: { target: Target }) {
  const { state } = props.target;
  const classes = useStackStyles();
  return (
    <span className={classes.state}>
      <ToneIcon tone={TONES[state] ?? 'grey'} size={15} />
      {state}
    </span>
  );
}

/** The readiness gate beside AWS' reason: they are to say the same. */
function Gate(props: { target: Target }) {
  const { pod } = props.target;
  const { t } = useTranslationRef(lbcTranslationRef);
  if (!pod) {
    return null;
  }
  const { gate } = pod;
  if (!gate) {
    return <>{t('stack.noGate')}</>;
  }
  if (gate.status === undefined) {
    return <>{t('stack.gateUnset')}</>;
  }
  return (
    <>
      {[
        gate.status === 'True' ? t('stack.gateTrue') : t('stack.gateFalse'),
        gate.reason,
      ]
        .filter(Boolean)
        .join(': ')}
      {gate.message && <div>{gate.message}</div>}
    </>
  );
}

function PodName(props: { target: Target }) {
  const { pod, node } = props.target;
  const { t } = useTranslationRef(lbcTranslationRef);
  if (pod) {
    const state = [
      pod.ready === true && t('stack.ready'),
      pod.ready === false && t('stack.notReady'),
      node && t('stack.onNode', { node }),
    ].filter(Boolean);
    return (
      <>
        {`${pod.namespace}/${pod.name}`}
        {state.length > 0 && <div>{state.join(' · ')}</div>}
      </>
    );
  }
  return <>{node ? t('stack.node', { node }) : t('stack.notFound')}</>;
}

function Group(props: { group: TargetGroup }) {
  const { group } = props;
  const { name, targetType, protocol, port, services, targets } = group;
  const classes = useStackStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const facts = [
    protocol && `${protocol}${port === undefined ? '' : `:${port}`}`,
    targetType,
    ...services.map(service =>
      t('stack.service', { name: `${service.namespace}/${service.name}` }),
    ),
    group.reached === false && t('stack.notReached'),
  ].filter(Boolean);
  return (
    <li>
      <Typography component="h5" variant="body2" className={classes.name}>
        {t('stack.targetGroup', { name })}
        {facts.length > 0 && (
          <span className={classes.quiet}>{` · ${facts.join(' · ')}`}</span>
        )}
      </Typography>
      {targets && targets.length > 0 && (
        <DataTable
          label={t('stack.targetsOf', { name })}
          head={[
            t('detail.target'),
            t('detail.targetState'),
            t('detail.reason'),
            t('stack.pod'),
            t('stack.gate'),
          ]}
          rows={targets.map((target, index) => ({
            key: `${index}-${target.id}`,
            cells: [
              target.port === undefined
                ? target.id
                : `${target.id}:${target.port}`,
              <TargetState target={target} />,
              [target.reason, target.description].filter(Boolean).join(': '),
              <PodName target={target} />,
              <Gate target={target} />,
            ],
          }))}
        />
      )}
      <Typography variant="caption" className={classes.quiet} component="div">
        {!targets && t('detail.healthUnread')}
        {targets?.length === 0 && t('stack.noTarget')}
        {group.moreTargets > 0 &&
          t('stack.moreTargets', { count: group.moreTargets })}
      </Typography>
    </li>
  );
}

/** The target groups of a stack, each with its targets and who they are. */
export function TargetGroups(props: { chain: ApiStackDetail['chain'] }) {
  const { targetGroups, moreTargetGroups } = props.chain;
  const classes = useStackStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  if (!targetGroups) {
    return null;
  }
  return (
    <>
      <ul className={classes.list}>
        {targetGroups.map(group => (
          <Group key={group.arn} group={group} />
        ))}
      </ul>
      {moreTargetGroups > 0 && (
        <Typography variant="caption" className={classes.quiet}>
          {t('stack.moreTargetGroups', { count: moreTargetGroups })}
        </Typography>
      )}
    </>
  );
}
