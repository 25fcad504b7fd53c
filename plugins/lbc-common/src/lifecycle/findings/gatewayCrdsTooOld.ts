import { provesAbsence } from '../../inventory/coverage';
import { message } from '../../messages';
import { ClusterFacts } from './clusterFacts';
import { FindingRule } from './types';
import { isAtLeast } from './versions';

const CONFIGURATIONS = [
  'targetgroupconfigurations.gateway.k8s.aws',
  'loadbalancerconfigurations.gateway.k8s.aws',
  'listenerruleconfigurations.gateway.k8s.aws',
];
const COMMON = ['gateways', 'gatewayclasses'];

/** What a type of Gateway needs, as `<CRD>/<version>`. */
function needed(version: string, type: 'alb' | 'nlb'): string[] {
  const api = (plural: string, served = 'v1') =>
    `${plural}.gateway.networking.k8s.io/${served}`;
  const stable = isAtLeast(version, 'v3.5.0');
  const routes =
    type === 'alb'
      ? [api('httproutes'), api('grpcroutes')]
      : [
          api('tlsroutes'),
          api('tcproutes', stable ? 'v1' : 'v1alpha2'),
          api('udproutes', stable ? 'v1' : 'v1alpha2'),
        ];
  return [
    ...COMMON.map(plural => api(plural)),
    ...routes,
    ...CONFIGURATIONS.map(each => `${each}/${stable ? 'v1' : 'v1beta1'}`),
  ];
}

/**
 * F32: a release that lacks one of the CRDs it needs does not start its
 * controller of that type of Gateway, and says so only in its log
 * (`pkg/gateway/crddetect` since v3.3.0).
 */
export const gatewayCrdsTooOld: FindingRule = {
  code: 'gateway-crds-too-old',
  title: message('finding.gateway-crds-too-old'),
  failureModes: ['F32'],
  find({ subject }) {
    const { cluster, owners } = subject;
    const kind = cluster?.snapshot.kinds.customResourceDefinitions;
    const gateway = owners.find(({ record }) => record.kind === 'Gateway');
    const running = cluster?.controllers.controllers.find(
      ({ replicas }) => replicas.wanted > 0,
    );
    const version = running?.version;
    if (!cluster || !gateway || !version || !provesAbsence(kind)) {
      return undefined;
    }
    const finalizers = gateway.record.finalizers;
    const className = gateway.record.className;
    const controllerName = cluster.snapshot.kinds.gatewayClasses?.items.find(
      ({ metadata }) => metadata.name === className,
    )?.spec?.controllerName;
    const isOf = (type: string) =>
      finalizers.includes(`gateway.k8s.aws/${type}`) ||
      controllerName === `gateway.k8s.aws/${type}`;
    const type = (['alb', 'nlb'] as const).find(isOf);
    if (!type || !isAtLeast(version, 'v3.3.0')) {
      return undefined;
    }
    const facts = ClusterFacts.of(cluster.snapshot);
    const missing = needed(version, type).filter(each => {
      const [name, served] = each.split('/');
      return !facts
        .definition(name)
        ?.spec?.versions?.some(
          one => one.name === served && one.served !== false,
        );
    });
    return missing.length > 0
      ? {
          messages: [
            message('finding.gateway-crds-too-old.is', { version, type }),
          ],
          who: 'platform',
          whatToDo: message('finding.gateway-crds-too-old.do', { version }),
          evidence: [
            {
              message: message('finding.gateway-crds-too-old.seen', {
                missing,
              }),
              source: 'kubernetes',
              observedAt: kind.observedAt,
              role: 'supports',
            },
          ],
        }
      : undefined;
  },
};
