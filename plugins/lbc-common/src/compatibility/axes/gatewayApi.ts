import { provesAbsence } from '../../inventory/coverage';
import type { Release } from '../../knowledge/types';
import { Message, message } from '../../messages';
import type { CompatibilityAxis, CompatibilityStatus } from '../types';
import { bundleFindings, startFindings } from './gatewayInstalled';
import {
  crashesFor,
  crashFinding,
  GATEWAY_SIDES,
  GatewaySide,
  judgeSide,
} from './gatewaySides';
import type { AxisInput } from './input';
import {
  finding,
  makeAxis,
  notApplicable,
  notSeenOf,
  unknownRelease,
} from './makeAxis';

/** The CRDs of the Gateway API, and the controller's own, against the release. */
export function gatewayApiAxis(input: AxisInput): CompatibilityAxis {
  const { running, cluster, release } = input;
  const { gatewayClasses, customResourceDefinitions: crds } = cluster.kinds;
  if (running.kind === 'eks-auto-mode') {
    return notApplicable(
      'gateway-api',
      message('compatibility.auto-mode', { cluster: running.cluster }),
    );
  }
  const used = GATEWAY_SIDES.filter(side => isUsed(input, side));
  const crashing = crashesFor(input);
  const notSeen = notSeenOf(cluster, [
    'gatewayClasses',
    'customResourceDefinitions',
  ]);
  if (
    used.length === 0 &&
    provesAbsence(gatewayClasses) &&
    crashing.length === 0
  ) {
    return {
      ...notApplicable(
        'gateway-api',
        message('compatibility.gateway-not-used', { cluster: cluster.cluster }),
      ),
      notSeen,
    };
  }
  if (!release) {
    return { ...unknownRelease('gateway-api', input), notSeen };
  }
  const findings = [
    // What crashes serves neither side.
    ...(crashing.length > 0
      ? [crashFinding(crashing, release)]
      : used.flatMap(side => judgeSide(input, release, side))),
    ...bundleFindings(input, release),
    ...startFindings(input, release),
    ...(used.length === 0 && !provesAbsence(gatewayClasses)
      ? [
          finding(
            'gateway-classes-not-seen',
            'unknown',
            message('compatibility.gateway-classes-not-seen'),
          ),
        ]
      : []),
  ];
  return makeAxis({
    axis: 'gateway-api',
    because: status => becauseOf(status, release),
    findings,
    notSeen,
    observedAt: [gatewayClasses?.observedAt, crds?.observedAt],
  });
}

function becauseOf(
  status: CompatibilityStatus,
  { version, gatewayApi }: Release,
): Message {
  const builtFor = gatewayApi?.builtFor ?? '';
  switch (status) {
    case 'pass':
      return message('compatibility.gateway-fits', { version, builtFor });
    case 'unknown':
      return message('compatibility.gateway-unknown', { version });
    default:
      return message(
        status === 'fail'
          ? 'compatibility.gateway-off'
          : 'compatibility.gateway-needs-a-look',
        { version },
      );
  }
}

/** Whether a GatewayClass, or one of the objects asked about, is of a side. */
function isUsed({ cluster }: AxisInput, { controller }: GatewaySide): boolean {
  return (cluster.kinds.gatewayClasses?.items ?? []).some(
    ({ spec }) => spec?.controllerName === controller,
  );
}
