import type { Release } from '../../knowledge/types';
import { compareReleases } from '../../knowledge/compareReleases';
import { message } from '../../messages';
import type { CompatibilityFinding } from '../types';
import { bundleOf, managerOf } from './gatewayBundle';
import { crdNamed, GATEWAY_COMMAND, GATEWAY_GROUP } from './gatewayCrds';
import type { AxisInput } from './input';
import { askPlatform, finding, seen } from './makeAxis';

/** Detection of CRDs came with 3.2.0, and looks once, when the controller starts. */
const DETECTS_SINCE = 'v3.2.0';

/** Which release of the Gateway API is installed, and who keeps it. */
export function bundleFindings(
  input: AxisInput,
  { version, gatewayApi }: Release,
): CompatibilityFinding[] {
  const crd = crdNamed(input, `gateways.${GATEWAY_GROUP}`);
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
          { evidence, commands: [GATEWAY_COMMAND] },
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
          { evidence, commands: [GATEWAY_COMMAND] },
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
export function startFindings(
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
