/**
 * Finalizers of the controller (facts/tags-and-identity.md §3,
 * `pkg/shared_constants/finalizers.go` at v3.5.0).
 * @public
 */
export const FINALIZERS = {
  ingressImplicit: 'ingress.k8s.aws/resources',
  ingressExplicitPrefix: 'group.ingress.k8s.aws/',
  service: 'service.k8s.aws/resources',
  targetGroupBinding: 'elbv2.k8s.aws/resources',
  gatewayAlb: 'gateway.k8s.aws/alb',
  gatewayNlb: 'gateway.k8s.aws/nlb',
  globalAccelerator: 'aga.k8s.aws/resources',
} as const;

/** Finalizer of cloud-provider's Service controller. */
export const CLOUD_CONTROLLER_FINALIZER =
  'service.kubernetes.io/load-balancer-cleanup';

/** The controller's own finalizers among an object's. @public */
export function controllerFinalizers(
  finalizers: readonly string[] | undefined,
): string[] {
  return (finalizers ?? []).filter(
    finalizer =>
      finalizer.startsWith(FINALIZERS.ingressExplicitPrefix) ||
      finalizer.startsWith('gateway.k8s.aws/') ||
      finalizer === FINALIZERS.ingressImplicit ||
      finalizer === FINALIZERS.service ||
      finalizer === FINALIZERS.targetGroupBinding ||
      finalizer === FINALIZERS.globalAccelerator,
  );
}

/**
 * Stack values an Ingress is still a (possibly inactive) member of, by its
 * finalizers (`LoadGroupIDsPendingFinalization`, `pkg/ingress/group_loader.go`).
 */
export function ingressStacksByFinalizer(ingress: {
  metadata: { namespace: string; name: string; finalizers?: string[] };
}): string[] {
  const { namespace, name, finalizers = [] } = ingress.metadata;
  return finalizers.flatMap(finalizer => {
    if (finalizer === FINALIZERS.ingressImplicit) {
      return [`${namespace}/${name}`];
    }
    return finalizer.startsWith(FINALIZERS.ingressExplicitPrefix)
      ? [finalizer.slice(FINALIZERS.ingressExplicitPrefix.length)]
      : [];
  });
}
