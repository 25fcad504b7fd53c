import type { ReadinessInput } from '../../input';

/** Whether GatewayClasses of the controller's two sides are there. */
export function gatewayUse({ cluster }: ReadinessInput): {
  alb: boolean;
  nlb: boolean;
} {
  const names = (cluster.kinds.gatewayClasses?.items ?? []).map(
    ({ spec }) => spec?.controllerName,
  );
  return {
    alb: names.includes('gateway.k8s.aws/alb'),
    nlb: names.includes('gateway.k8s.aws/nlb'),
  };
}

/** Controllers of other GatewayClasses: they read the same CRDs. */
export function otherGatewayControllers({ cluster }: ReadinessInput): string[] {
  const names = (cluster.kinds.gatewayClasses?.items ?? []).flatMap(
    ({ spec }) => spec?.controllerName ?? [],
  );
  return [
    ...new Set(names.filter(name => !name.startsWith('gateway.k8s.aws/'))),
  ].sort();
}

/** Does the jump go past a release of the Gateway API that moved L4 routes? */
export function l4Step({ from, to }: ReadinessInput): boolean {
  const was = minorOfBundle(from?.gatewayApi?.builtFor);
  const is = minorOfBundle(to?.gatewayApi?.builtFor);
  return (
    was !== undefined &&
    is !== undefined &&
    [5, 6].some(step => was < step && is >= step)
  );
}

/** `5` of `v1.5.0`. */
export function minorOfBundle(version: string | undefined): number | undefined {
  const match = /^v?1\.(\d+)/.exec(version ?? '');
  return match ? Number(match[1]) : undefined;
}
