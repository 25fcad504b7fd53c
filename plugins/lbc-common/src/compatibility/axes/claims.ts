import {
  CLOUD_CONTROLLER_FINALIZER,
  controllerFinalizers,
} from '../../identity/finalizers';
import { provesAbsence } from '../../inventory/coverage';
import { message } from '../../messages';
import type { ObjectInUse } from '../objectsInUse';
import type { CompatibilityAxis, CompatibilityFinding } from '../types';
import type { AxisInput } from './input';
import { askPlatform, finding, makeAxis, notSeenOf, seen } from './makeAxis';

const AUTO_MODE_FINALIZER =
  /^(group\.)?(ingress|service|gateway)?\.?eks\.amazonaws\.com\//;

/** Who else claims what this controller serves. */
export function claimsAxis(input: AxisInput): CompatibilityAxis {
  const { cluster, running } = input;
  const { deployments } = cluster.kinds;
  const findings = [
    ...secondControllers(input),
    ...autoModeBeside(input),
    ...input.objects.flatMap(object => objectFindings(object)),
    ...(provesAbsence(deployments)
      ? []
      : [
          finding(
            'controllers-not-seen',
            'unknown',
            message('compatibility.controllers-not-seen', {
              cluster: cluster.cluster,
            }),
          ),
        ]),
  ];
  return makeAxis({
    axis: 'claims',
    because: status => {
      const params = { cluster: running.cluster };
      switch (status) {
        case 'pass':
          return message('compatibility.claims-alone', params);
        case 'unknown':
          return message('compatibility.claims-unknown', params);
        default:
          return message(
            status === 'fail'
              ? 'compatibility.claims-conflict'
              : 'compatibility.claims-need-a-look',
            params,
          );
      }
    },
    findings:
      findings.length > 0
        ? findings
        : [
            finding(
              'only-controller',
              'pass',
              message('compatibility.claims-alone', {
                cluster: running.cluster,
              }),
            ),
          ],
    notSeen: notSeenOf(cluster, ['deployments', 'ingressClasses']),
    observedAt: [deployments?.observedAt],
  });
}

/** Two of this controller in one cluster are not supported (#2185). */
function secondControllers({
  all,
  running,
}: AxisInput): CompatibilityFinding[] {
  const others = all.filter(
    each => each.kind === 'deployment' && each !== running,
  );
  if (running.kind !== 'deployment' || others.length === 0) {
    return [];
  }
  const active = others.filter(({ replicas }) => (replicas?.wanted ?? 1) > 0);
  const runs = (running.replicas?.wanted ?? 1) > 0;
  return [
    finding(
      'second-controller',
      runs && active.length > 0 ? 'fail' : 'warn',
      message(
        runs && active.length > 0
          ? 'compatibility.second-controller'
          : 'compatibility.second-controller-stopped',
        {
          cluster: running.cluster,
          controllers: [running, ...others].map(
            ({ namespace, name, version }) =>
              `${namespace}/${name} ${version ?? ''}`.trim(),
          ),
        },
      ),
      {
        evidence: others.map(
          ({ namespace = '', name = '', replicas, observedAt }) =>
            seen(
              message('evidence.deployment', {
                namespace,
                name,
                wanted: replicas?.wanted ?? 1,
                ready: replicas?.ready ?? 0,
              }),
              observedAt,
            ),
        ),
        remedy: askPlatform(message('compatibility.do-keep-one-controller')),
      },
    ),
  ];
}

/** Auto Mode and this controller may run side by side: their classes differ. */
function autoModeBeside({ all, running, cluster }: AxisInput) {
  const other = running.kind === 'deployment' ? 'eks-auto-mode' : 'deployment';
  if (!all.some(({ kind }) => kind === other)) {
    return [];
  }
  const hasMutator = (
    cluster.kinds.mutatingWebhookConfigurations?.items ?? []
  ).some(({ webhooks = [] }) =>
    webhooks.some(({ name }) => name === 'mservice.elbv2.k8s.aws'),
  );
  return [
    finding(
      'auto-mode-beside',
      'pass',
      message(
        hasMutator
          ? 'compatibility.auto-mode-beside-mutator'
          : 'compatibility.auto-mode-beside',
        { cluster: running.cluster },
      ),
    ),
  ];
}

function objectFindings({
  kind,
  metadata,
  claim,
}: ObjectInUse): CompatibilityFinding[] {
  const { namespace, name, finalizers = [] } = metadata;
  const params = { kind, namespace, name };
  const holders = [
    ...(controllerFinalizers(finalizers).length > 0
      ? ['AWS Load Balancer Controller']
      : []),
    ...(finalizers.includes(CLOUD_CONTROLLER_FINALIZER)
      ? ['the cloud controller']
      : []),
    ...(finalizers.some(each => AUTO_MODE_FINALIZER.test(each))
      ? ['EKS Auto Mode']
      : []),
  ];
  if (claim === undefined) {
    return [];
  }
  if (holders.length > 1) {
    return [
      finding(
        'two-finalizers',
        'fail',
        message('compatibility.two-finalizers', { ...params, holders }),
        { remedy: askPlatform(message('compatibility.do-make-a-new-one')) },
      ),
    ];
  }
  if (
    claim.by === 'cloud-controller' &&
    holders.includes('AWS Load Balancer Controller')
  ) {
    return [
      finding(
        'claimed-by-cloud-controller',
        'fail',
        message('compatibility.claimed-by-cloud-controller', params),
        { remedy: askPlatform(message('compatibility.do-make-a-new-one')) },
      ),
    ];
  }
  return claim.status === 'nobody'
    ? [
        finding(
          'claimed-by-nobody',
          'warn',
          message('compatibility.claimed-by-nobody', params),
          claim.reason
            ? { remedy: [{ who: 'you', message: claim.reason }] }
            : {},
        ),
      ]
    : [];
}
