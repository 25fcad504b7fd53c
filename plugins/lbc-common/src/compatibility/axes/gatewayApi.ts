import { provesAbsence } from '../../inventory/coverage';
import type { CustomResourceDefinitionObject } from '../../inventory/objects';
import type { GatewayApiCrdNeed, Release } from '../../knowledge/types';
import { compareReleases } from '../../knowledge/compareReleases';
import { Message, message } from '../../messages';
import type {
  CompatibilityAxis,
  CompatibilityFinding,
  CompatibilityStatus,
} from '../types';
import { bundleOf, managerOf } from './gatewayBundle';
import { isGateOn } from './gates';
import type { AxisInput } from './input';
import {
  askPlatform,
  finding,
  makeAxis,
  notApplicable,
  notSeenOf,
  seen,
  unknownRelease,
} from './makeAxis';

const GROUP = 'gateway.networking.k8s.io';
/** Detection of CRDs came with 3.2.0, and looks once, when the controller starts. */
const DETECTS_SINCE = 'v3.2.0';

const COMMAND = {
  tool: 'kubectl' as const,
  purpose: message('command.gateway-crds'),
  text: `kubectl get crd gateways.${GROUP} -o 'jsonpath={.metadata.annotations}'`,
};

const SIDES = [
  { side: 'alb', gate: 'ALBGatewayAPI', controller: 'gateway.k8s.aws/alb' },
  { side: 'nlb', gate: 'NLBGatewayAPI', controller: 'gateway.k8s.aws/nlb' },
] as const;
type Side = (typeof SIDES)[number];

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
  const used = SIDES.filter(side => isUsed(input, side));
  const notSeen = notSeenOf(cluster, [
    'gatewayClasses',
    'customResourceDefinitions',
  ]);
  if (used.length === 0 && provesAbsence(gatewayClasses) && !crashes(input)) {
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
    ...(used.length > 0 ? SIDES : []).flatMap(side =>
      used.includes(side) ? judgeSide(input, release, side) : [],
    ),
    ...(crashes(input) ? [crashFinding(input, release)] : []),
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
function isUsed({ cluster }: AxisInput, { controller }: Side): boolean {
  return (cluster.kinds.gatewayClasses?.items ?? []).some(
    ({ spec }) => spec?.controllerName === controller,
  );
}

function crdNamed(
  { cluster }: AxisInput,
  name: string,
): CustomResourceDefinitionObject | undefined {
  return cluster.kinds.customResourceDefinitions?.items.find(
    ({ metadata }) => metadata.name === name,
  );
}

function isServed(input: AxisInput, { crd, version }: GatewayApiCrdNeed) {
  return (crdNamed(input, crd)?.spec?.versions ?? []).some(
    each => each.name === version && each.served !== false,
  );
}

function lacking(
  input: AxisInput,
  needs: readonly GatewayApiCrdNeed[],
): GatewayApiCrdNeed[] {
  return needs.filter(need => !isServed(input, need));
}

/**
 * Without its CRDs such a release crashes as soon as any CRD of the Gateway
 * API is there, whoever brought it (#4712, #4684).
 */
function crashes(input: AxisInput): boolean {
  const { release } = input;
  const needs = release?.gatewayApi;
  if (!needs || needs.ifMissing === 'gate-only') {
    return false;
  }
  const hasUpstream = crdNamed(input, `gateways.${GROUP}`) !== undefined;
  return (
    hasUpstream &&
    [
      { side: 'alb' as const, on: isGateOn(input, 'ALBGatewayAPI') },
      { side: 'nlb' as const, on: isGateOn(input, 'NLBGatewayAPI') },
    ].some(
      ({ side, on }) =>
        on === true &&
        // Where upstream's own are missing too, the side is switched off first.
        lacking(
          input,
          needs[side].filter(need => need.crd.endsWith(`.${GROUP}`)),
        ).filter(need => (need.ifMissing ?? 'switched-off') !== 'crash')
          .length === 0 &&
        lacking(input, needs[side]).some(
          need => (need.ifMissing ?? needs.ifMissing) === 'crash',
        ),
    )
  );
}

function crashFinding(
  input: AxisInput,
  { version, gatewayApi }: Release,
): CompatibilityFinding {
  const needs = [...(gatewayApi?.alb ?? []), ...(gatewayApi?.nlb ?? [])];
  const crds = namesOf(
    lacking(input, needs).filter(
      need => (need.ifMissing ?? gatewayApi?.ifMissing) === 'crash',
    ),
  );
  return finding(
    'gateway-crash',
    'fail',
    message('compatibility.gateway-crash', { version, crds }),
    {
      remedy: askPlatform(
        message('compatibility.do-install-gateway-crds', {
          builtFor: gatewayApi?.builtFor ?? '',
          crds,
        }),
      ),
      commands: [COMMAND],
    },
  );
}

function namesOf(needs: readonly GatewayApiCrdNeed[]): string[] {
  return [...new Set(needs.map(({ crd, version }) => `${crd}/${version}`))];
}

function judgeSide(
  input: AxisInput,
  release: Release,
  { side, gate, controller }: Side,
): CompatibilityFinding[] {
  const { version, gatewayApi } = release;
  const { customResourceDefinitions: crds } = input.cluster.kinds;
  if (!gatewayApi) {
    return [
      finding(
        'gateway-unknown-to-release',
        'fail',
        message('compatibility.gateway-unknown-to-release', {
          version,
          controller,
        }),
        { remedy: askPlatform(message('compatibility.do-upgrade-controller')) },
      ),
    ];
  }
  const on = isGateOn(input, gate);
  if (on === false) {
    return [
      finding(
        'gateway-gate-off',
        'fail',
        message('compatibility.gateway-gate-off', { controller, gate }),
        {
          remedy: askPlatform(message('compatibility.do-set-gate', { gate })),
        },
      ),
    ];
  }
  const short = lacking(input, gatewayApi[side]);
  if (short.length === 0) {
    return on === undefined
      ? [
          finding(
            'gateway-gate-unknown',
            'unknown',
            message('compatibility.gateway-gate-unknown', { gate, version }),
          ),
        ]
      : [
          finding(
            'gateway-crds-served',
            'pass',
            message('compatibility.gateway-crds-served', {
              version,
              controller,
            }),
            {
              evidence: [
                seen(
                  message('evidence.crds-served', {
                    crds: namesOf(gatewayApi[side]),
                  }),
                  crds?.observedAt,
                ),
              ],
            },
          ),
        ];
  }
  const missing = namesOf(short);
  if (!provesAbsence(crds)) {
    return [
      finding(
        'gateway-crds-not-seen',
        'unknown',
        message('compatibility.gateway-crds-not-seen', { crds: missing }),
      ),
    ];
  }
  const { ifMissing } = gatewayApi;
  return [
    finding(
      ifMissing === 'switched-off' ? 'gateway-switched-off' : 'gateway-crash',
      'fail',
      message(
        ifMissing === 'switched-off'
          ? 'compatibility.gateway-switched-off'
          : 'compatibility.gateway-crash',
        { version, controller, crds: missing },
      ),
      {
        remedy: askPlatform(
          message('compatibility.do-install-gateway-crds', {
            builtFor: gatewayApi.builtFor,
            crds: missing,
          }),
        ),
        commands: [COMMAND],
      },
    ),
  ];
}

/** Which release of the Gateway API is installed, and who keeps it. */
function bundleFindings(
  input: AxisInput,
  { version, gatewayApi }: Release,
): CompatibilityFinding[] {
  const crd = crdNamed(input, `gateways.${GROUP}`);
  if (!crd || !gatewayApi) {
    return [];
  }
  const { bundle, channel } = bundleOf(crd);
  const evidence = [
    seen(
      message('evidence.gateway-bundle', {
        bundle: bundle ?? '?',
        channel: channel ?? '?',
      }),
      input.cluster.kinds.customResourceDefinitions?.observedAt,
    ),
  ];
  const manager = managerOf(crd);
  const hasAutoMode = input.all.some(({ kind }) => kind === 'eks-auto-mode');
  return [
    bundle === undefined
      ? finding(
          'gateway-bundle-unknown',
          'unknown',
          message('compatibility.gateway-bundle-unknown'),
          { evidence, commands: [COMMAND] },
        )
      : finding(
          'gateway-bundle',
          'pass',
          message('compatibility.gateway-bundle', {
            bundle,
            channel: channel ?? '?',
            version,
            builtFor: gatewayApi.builtFor,
          }),
          { evidence, commands: [COMMAND] },
        ),
    ...(manager === undefined
      ? []
      : [
          finding(
            'gateway-managed-by',
            'pass',
            message(
              manager === 'EKS'
                ? 'compatibility.gateway-managed-by-eks'
                : 'compatibility.gateway-managed-by',
              { manager },
            ),
          ),
        ]),
    ...(manager === undefined && hasAutoMode
      ? [
          finding(
            'gateway-maybe-eks',
            'pass',
            message('compatibility.gateway-maybe-eks'),
          ),
        ]
      : []),
  ];
}

/** CRDs that came after the controller started are not noticed until a restart. */
function startFindings(
  input: AxisInput,
  release: Release,
): CompatibilityFinding[] {
  const { gatewayApi, version } = release;
  const starts = input.podStarts;
  if (
    !gatewayApi ||
    starts.length === 0 ||
    compareReleases(version, DETECTS_SINCE) < 0
  ) {
    return [];
  }
  const lastStart = starts[starts.length - 1];
  const newer = [...gatewayApi.alb, ...gatewayApi.nlb]
    .map(({ crd }) => crd)
    .filter((crd, index, all) => all.indexOf(crd) === index)
    .filter(
      crd =>
        (crdNamed(input, crd)?.metadata.creationTimestamp ?? '') > lastStart,
    );
  return newer.length > 0
    ? [
        finding(
          'gateway-crds-after-start',
          'warn',
          message('compatibility.gateway-crds-after-start', {
            crds: newer,
            startedAt: lastStart,
          }),
          { remedy: askPlatform(message('compatibility.do-restart')) },
        ),
      ]
    : [];
}
