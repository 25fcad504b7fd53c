import { provesAbsence } from '../../inventory/coverage';
import type { Release } from '../../knowledge/types';
import { message } from '../../messages';
import type { CompatibilityFinding } from '../types';
import { isGateOn } from './gates';
import {
  crdNamed,
  GATEWAY_COMMAND,
  GATEWAY_GROUP,
  lacking,
  namesOf,
} from './gatewayCrds';
import type { AxisInput } from './input';
import { askPlatform, finding, seen } from './makeAxis';

/** The two Gateway controllers of a release. */
export const GATEWAY_SIDES = [
  { side: 'alb', gate: 'ALBGatewayAPI', controller: 'gateway.k8s.aws/alb' },
  { side: 'nlb', gate: 'NLBGatewayAPI', controller: 'gateway.k8s.aws/nlb' },
] as const;
export type GatewaySide = (typeof GATEWAY_SIDES)[number];

/**
 * Without its CRDs such a release crashes as soon as any CRD of the Gateway
 * API is there, whoever brought it (#4712, #4684).
 */
export function crashes(input: AxisInput): boolean {
  const { release } = input;
  const needs = release?.gatewayApi;
  if (!needs || needs.ifMissing === 'gate-only') {
    return false;
  }
  const hasUpstream =
    crdNamed(input, `gateways.${GATEWAY_GROUP}`) !== undefined;
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
          needs[side].filter(need => need.crd.endsWith(`.${GATEWAY_GROUP}`)),
        ).filter(need => (need.ifMissing ?? 'switched-off') !== 'crash')
          .length === 0 &&
        lacking(input, needs[side]).some(
          need => (need.ifMissing ?? needs.ifMissing) === 'crash',
        ),
    )
  );
}

/** What it crashes for. */
export function crashFinding(
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
      commands: [GATEWAY_COMMAND],
    },
  );
}

/** Whether a Gateway controller serves what a GatewayClass gives it. */
export function judgeSide(
  input: AxisInput,
  release: Release,
  { side, gate, controller }: GatewaySide,
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
        commands: [GATEWAY_COMMAND],
      },
    ),
  ];
}
