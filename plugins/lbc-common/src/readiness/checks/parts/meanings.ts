import { isRecord } from '../../../compatibility/values';
import type { MessageCode } from '../../../messages';
import type { ReadinessInput } from '../../input';
import { valueAt } from './values';

/** A release that gives another meaning to what objects say. */
export interface MeaningChange {
  since: string;
  code: MessageCode;
  remedy: MessageCode;
  /** Names of the objects that it is about; none: it does not matter here. */
  objectsOf(input: ReadinessInput): string[];
}

const ALB = 'alb.ingress.kubernetes.io';
const NLB = 'service.beta.kubernetes.io/aws-load-balancer';

function annotationsOf(object: {
  metadata: { annotations?: Record<string, string> };
}): Record<string, string> {
  return object.metadata.annotations ?? {};
}

/** Services whose load balancer the controller makes. */
function ownServices({ objects }: ReadinessInput) {
  return objects.filter(
    ({ kind, isLoadBalancer, claim }) =>
      kind === 'Service' &&
      isLoadBalancer === true &&
      claim !== undefined &&
      claim.by !== 'cloud-controller' &&
      claim.by !== 'eks-auto-mode',
  );
}

function named(
  kind: string,
  { metadata }: { metadata: { namespace: string; name: string } },
): string {
  return metadata.namespace === ''
    ? `${kind} ${metadata.name}`
    : `${kind} ${metadata.namespace}/${metadata.name}`;
}

function routesOf({ cluster }: ReadinessInput, gateways: boolean): string[] {
  const { httpRoutes, grpcRoutes } = cluster.kinds;
  return gateways
    ? [
        ...(httpRoutes?.items ?? [])
          .filter(({ spec }) => (spec?.hostnames ?? []).length === 0)
          .map(each => named('HTTPRoute', each)),
        ...(grpcRoutes?.items ?? []).map(each => named('GRPCRoute', each)),
      ]
    : [];
}

function hasAlbGateways({ cluster }: ReadinessInput): boolean {
  return (cluster.kinds.gatewayClasses?.items ?? []).some(
    ({ spec }) => spec?.controllerName === 'gateway.k8s.aws/alb',
  );
}

/** facts: what upstream changed without changing a name, oldest first. */
export const MEANINGS: readonly MeaningChange[] = [
  {
    since: 'v2.2.0',
    code: 'readiness.means-nlb-internal',
    remedy: 'readiness.do-name-scheme',
    objectsOf: input =>
      ownServices(input)
        .filter(service => {
          const annotations = annotationsOf(service);
          return (
            annotations[`${NLB}-scheme`] === undefined &&
            annotations[`${NLB}-internal`] === undefined
          );
        })
        .map(each => named('Service', each)),
  },
  {
    since: 'v2.3.0',
    code: 'readiness.means-backend-security-group',
    remedy: 'readiness.do-expect-security-group',
    objectsOf: input =>
      input.running.flags['enable-backend-security-group'] === 'false'
        ? []
        : input.objects
            .filter(({ kind }) => kind === 'Ingress')
            .map(each => named('Ingress', each)),
  },
  {
    since: 'v2.4.0',
    code: 'readiness.means-ingress-class',
    remedy: 'readiness.do-adopt-ingress-class',
    objectsOf: ({ cluster, values, running }) =>
      running.chart && valueAt(values, 'createIngressClassResource') !== false
        ? (cluster.kinds.ingressClasses?.items ?? [])
            .filter(
              ({ metadata }) =>
                metadata.name === 'alb' &&
                metadata.labels?.['app.kubernetes.io/managed-by'] !== 'Helm',
            )
            .map(each => named('IngressClass', each))
        : [],
  },
  {
    since: 'v2.5.0',
    code: 'readiness.means-service-mutator',
    remedy: 'readiness.do-decide-mutator',
    objectsOf: ({ cluster, values }) =>
      valueAt(values, 'enableServiceMutatorWebhook') === false
        ? []
        : (cluster.kinds.services?.items ?? [])
            .filter(
              ({ spec, metadata }) =>
                spec?.type === 'LoadBalancer' &&
                spec.loadBalancerClass === undefined &&
                metadata.annotations?.[`${NLB}-type`] === undefined,
            )
            .map(each => named('Service', each)),
  },
  {
    since: 'v2.6.0',
    code: 'readiness.means-nlb-security-groups',
    remedy: 'readiness.do-review-source-ranges',
    objectsOf: input =>
      ownServices(input)
        .filter(service => {
          const ranges = input.cluster.kinds.services?.items.find(
            ({ metadata }) => metadata.uid === service.metadata.uid,
          )?.spec?.loadBalancerSourceRanges;
          return (
            (ranges ?? []).length > 0 ||
            annotationsOf(service)[
              'service.beta.kubernetes.io/load-balancer-source-ranges'
            ] !== undefined
          );
        })
        .map(each => named('Service', each)),
  },
  {
    since: 'v2.6.0',
    code: 'readiness.means-class-missing',
    remedy: 'readiness.do-make-class',
    objectsOf: ({ cluster }) => {
      const classes = new Set(
        (cluster.kinds.ingressClasses?.items ?? []).map(
          ({ metadata }) => metadata.name,
        ),
      );
      return (cluster.kinds.ingresses?.items ?? [])
        .filter(
          ({ spec }) =>
            spec?.ingressClassName !== undefined &&
            !classes.has(spec.ingressClassName),
        )
        .map(each => named('Ingress', each));
    },
  },
  {
    since: 'v3.4.1',
    code: 'readiness.means-ip-families',
    remedy: 'readiness.do-check-ip-families',
    objectsOf: ({ cluster, objects }) => {
      const used = new Set(
        objects
          .filter(({ kind }) => kind === 'Service')
          .map(({ metadata }) => metadata.uid),
      );
      return (cluster.kinds.services?.items ?? [])
        .filter(
          ({ metadata, spec }) =>
            used.has(metadata.uid) && (spec?.ipFamilies ?? []).length > 1,
        )
        .map(each => named('Service', each));
    },
  },
  {
    since: 'v3.4.1',
    code: 'readiness.means-route-order',
    remedy: 'readiness.do-check-route-order',
    objectsOf: input => routesOf(input, hasAlbGateways(input)),
  },
  {
    since: 'v3.5.0',
    code: 'readiness.means-dualstack-subnets',
    remedy: 'readiness.do-name-subnets',
    objectsOf: ({ objects }) =>
      objects
        .filter(({ kind, spec, ...object }) => {
          const annotations = annotationsOf(object);
          return (
            /^dualstack/.test(annotations[`${ALB}/ip-address-type`] ?? '') ||
            /^dualstack/.test(annotations[`${NLB}-ip-address-type`] ?? '') ||
            (isRecord(spec) && /^dualstack/.test(String(spec.ipAddressType)))
          );
        })
        .map(each => named(each.kind, each)),
  },
];
