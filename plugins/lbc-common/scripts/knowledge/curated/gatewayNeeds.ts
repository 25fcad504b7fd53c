import { compareReleases } from '../../../src/knowledge/compareReleases';
import type {
  GatewayApiCrdNeed,
  GatewayApiNeeds,
} from '../../../src/knowledge/types';

// Read by hand from pkg/gateway/crddetect and docs/guide/gateway/gateway.md of
// each tag; `npm run knowledge:check` holds the former against the source.

const UPSTREAM = 'gateway.networking.k8s.io';
const OWN = [
  'listenerruleconfigurations',
  'loadbalancerconfigurations',
  'targetgroupconfigurations',
];

const ALB = ['gatewayclasses', 'gateways', 'grpcroutes', 'httproutes'];
const L4 = ['tcproutes', 'tlsroutes', 'udproutes'];

type IfMissing = GatewayApiCrdNeed['ifMissing'];

function upstream(
  version: string,
  plurals: readonly string[],
  ifMissing?: IfMissing,
): GatewayApiCrdNeed[] {
  return plurals.map(plural => ({
    crd: `${plural}.${UPSTREAM}`,
    version,
    ...(ifMissing && { ifMissing }),
  }));
}

function own(version: string, plurals: readonly string[]): GatewayApiCrdNeed[] {
  return plurals.map(plural => ({ crd: `${plural}.gateway.k8s.aws`, version }));
}

/** What a release needs that is built for a release of the Gateway API. */
export function gatewayNeeds(
  version: string,
  builtFor: string,
): GatewayApiNeeds {
  const from = (release: string) => compareReleases(version, release) >= 0;
  if (from('v3.5.0')) {
    return {
      builtFor,
      alb: [...upstream('v1', ALB), ...own('v1', OWN)],
      nlb: [
        ...upstream('v1', ['gatewayclasses', 'gateways', ...L4]),
        ...own('v1', OWN),
      ],
      ifMissing: 'switched-off',
    };
  }
  if (from('v3.2.0')) {
    const detected = from('v3.3.0');
    // Up to v3.2.2 only upstream's CRDs were looked for, and v3.2.2 was the
    // first to look for ListenerSet.
    const ifMissing: IfMissing = detected ? undefined : 'switched-off';
    const rest = [
      ...(from('v3.2.2') ? [] : upstream('v1', ['listenersets'])),
      ...own('v1beta1', OWN),
    ];
    return {
      builtFor,
      alb: [...upstream('v1', ALB, ifMissing), ...rest],
      nlb: [
        ...upstream(
          'v1',
          ['gatewayclasses', 'gateways', 'tlsroutes'],
          ifMissing,
        ),
        ...upstream('v1alpha2', ['tcproutes', 'udproutes'], ifMissing),
        ...rest,
      ],
      ifMissing: detected ? 'switched-off' : 'crash',
    };
  }
  const configurations = from('v2.13.4') ? OWN : OWN.slice(1);
  return {
    builtFor,
    alb: [...upstream('v1', ALB), ...own('v1beta1', configurations)],
    nlb: [
      ...upstream('v1', ['gatewayclasses', 'gateways']),
      ...upstream('v1alpha2', L4),
      ...own('v1beta1', configurations),
    ],
    ifMissing: 'gate-only',
  };
}
