import { provesAbsence } from '../../inventory/coverage';
import type { GatewayApiCrdNeed, Release } from '../../knowledge/types';
import { message } from '../../messages';
import { parseGates } from '../running';
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
/** Where all of them are set by hand, nothing is switched off. */
const DETECTED_GATES = ['ALBGatewayAPI', 'NLBGatewayAPI', 'GatewayListenerSet'];
export type GatewaySide = (typeof GATEWAY_SIDES)[number];

/**
 * What a missing CRD does: one that detection looks for switches a side off at
 * start, unless its gate was set by hand (`applyGatewayFeatureFlags`); any
 * other crashes the controller as soon as it watches it.
 */
function effectOf(
  input: AxisInput,
  { side, need }: { side: GatewaySide['side']; need: GatewayApiCrdNeed },
): 'switched-off' | 'crash' {
  const { settings } = parseGates(input.running.flags['feature-gates']);
  const isSet = (gate: string) => settings[gate] !== undefined;
  const isForced =
    DETECTED_GATES.every(isSet) || (side === 'nlb' && isSet('NLBGatewayAPI'));
  const { ifMissing } = input.release?.gatewayApi ?? {};
  return (need.ifMissing ?? ifMissing) === 'switched-off' && !isForced
    ? 'switched-off'
    : 'crash';
}

/**
 * CRDs that a release crashes for as soon as any CRD of the Gateway API is
 * there, whoever brought it (#4712, #4684).
 */
export function crashesFor(input: AxisInput): GatewayApiCrdNeed[] {
  const needs = input.release?.gatewayApi;
  const hasUpstream = crdNamed(input, `gateways.${GATEWAY_GROUP}`);
  if (!needs || needs.ifMissing === 'gate-only' || !hasUpstream) {
    return [];
  }
  return GATEWAY_SIDES.flatMap(({ side, gate }) => {
    const short = isGateOn(input, gate) ? lacking(input, needs[side]) : [];
    const isOff = short.some(
      need => effectOf(input, { side, need }) === 'switched-off',
    );
    return isOff ? [] : short;
  });
}

/** What it crashes for. */
export function crashFinding(
  needs: readonly GatewayApiCrdNeed[],
  { version, gatewayApi }: Release,
): CompatibilityFinding {
  const crds = namesOf(needs);
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
  const isOff =
    gatewayApi.ifMissing !== 'gate-only' &&
    short.some(need => effectOf(input, { side, need }) === 'switched-off');
  return isOff
    ? [
        finding(
          'gateway-switched-off',
          'fail',
          message('compatibility.gateway-switched-off', {
            version,
            controller,
            crds: missing,
          }),
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
      ]
    : [crashFinding(short, release)];
}
