import {
  ClusterSnapshot,
  KUBERNETES_KINDS,
  KindSnapshot,
  KubernetesKindName,
} from '@lbc-backstage/plugin-lbc-common';
import { PlanEnvironment, PlanFile } from './planFile';

type Json = Record<string, unknown>;

const KIND_NAMES: Readonly<Record<string, KubernetesKindName>> = {
  Ingress: 'ingresses',
  IngressClass: 'ingressClasses',
  IngressClassParams: 'ingressClassParams',
  Service: 'services',
  Namespace: 'namespaces',
  Gateway: 'gateways',
  GatewayClass: 'gatewayClasses',
  HTTPRoute: 'httpRoutes',
  GRPCRoute: 'grpcRoutes',
  TCPRoute: 'tcpRoutes',
  UDPRoute: 'udpRoutes',
  TLSRoute: 'tlsRoutes',
  TargetGroupBinding: 'targetGroupBindings',
  ListenerSet: 'listenerSets',
  ReferenceGrant: 'referenceGrants',
  LoadBalancerConfiguration: 'loadBalancerConfigurations',
  TargetGroupConfiguration: 'targetGroupConfigurations',
  ListenerRuleConfiguration: 'listenerRuleConfigurations',
};

/** Kinds that stand in `_environment.json`, and not with each plan. */
const OF_ENVIRONMENT: readonly KubernetesKindName[] = [
  'ingressClasses',
  'ingressClassParams',
  'gatewayClasses',
];

function json(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : {};
}

/** As a sweep keeps it: references of the Gateway API as others have them. */
function kept(item: Json): Json {
  const spec = json(item.spec);
  const withGroup = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      return value.map(withGroup);
    }
    const { group, ...rest } = json(value);
    return group === undefined ? value : { apiGroup: group, ...rest };
  };
  const infrastructure = json(spec.infrastructure);
  return {
    ...item,
    metadata: { namespace: '', uid: '', ...json(item.metadata) },
    ...(item.spec !== undefined && {
      spec: {
        ...spec,
        ...(spec.parentRefs !== undefined && {
          parentRefs: withGroup(spec.parentRefs),
        }),
        ...(infrastructure.parametersRef !== undefined && {
          infrastructure: {
            ...infrastructure,
            parametersRef: withGroup(infrastructure.parametersRef),
          },
        }),
        ...(item.kind === 'GatewayClass' &&
          spec.parametersRef !== undefined && {
            parametersRef: withGroup(spec.parametersRef),
          }),
      },
    }),
  };
}

const AT = '1970-01-01T00:00:00.000Z';

/** The input of a plan as a complete sweep of its cluster. */
export function clusterOfPlan(
  file: PlanFile,
  environment: PlanEnvironment | undefined,
): ClusterSnapshot {
  const items = new Map<KubernetesKindName, Map<string, Json>>();
  const add = (kind: KubernetesKindName, raw: Json) => {
    const item = kept(raw);
    const { namespace, name } = json(item.metadata);
    const known = items.get(kind) ?? new Map<string, Json>();
    items.set(kind, known.set(`${namespace}/${name}`, item));
  };
  for (const [kind, list] of Object.entries(environment?.kubernetes ?? {})) {
    if (Object.hasOwn(KUBERNETES_KINDS, kind)) {
      list.forEach(item => add(kind as KubernetesKindName, item));
    }
  }
  for (const item of file.input) {
    const kind = typeof item.kind === 'string' ? item.kind : '';
    if (Object.hasOwn(KIND_NAMES, kind)) {
      add(KIND_NAMES[kind], item);
    }
  }
  (file.targetGroupBindings ?? []).forEach(item =>
    add('targetGroupBindings', item),
  );
  const kinds: Partial<Record<KubernetesKindName, KindSnapshot<unknown>>> = {};
  for (const kind of Object.values(KIND_NAMES)) {
    const isKnown =
      items.has(kind) || environment || !OF_ENVIRONMENT.includes(kind);
    const isListed = items.has(kind) || kind !== 'namespaces';
    kinds[kind] = {
      coverage: isKnown && isListed ? 'complete' : 'failed',
      items: [...(items.get(kind)?.values() ?? [])],
      sweptAt: AT,
      observedAt: AT,
      attemptedAt: AT,
    };
  }
  return { cluster: file.name, kinds: kinds as ClusterSnapshot['kinds'] };
}

/** Flags as the controller got them, by name. */
export function flagsOfPlan({ flags }: PlanFile): Record<string, string> {
  return Object.fromEntries(
    flags.flatMap(flag => {
      const match = /^--?([^=]+)(?:=([\s\S]*))?$/.exec(flag);
      return match ? [[match[1], match[2] ?? 'true']] : [];
    }),
  );
}
