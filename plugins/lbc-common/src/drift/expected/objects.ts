import {
  GatewayClassObject,
  GatewayObject,
  IngressClassParamsObject,
  IngressObject,
  NamespaceObject,
  ObjectMeta,
  PlainObject,
  RouteObject,
  ServiceObject,
  TargetGroupBindingObject,
} from '../../inventory/objects';
import { claimOfIngress } from '../../identity/claims';
import { ingressStacksByFinalizer } from '../../identity/finalizers';
import { KindSnapshot, provesAbsence } from '../../inventory/coverage';
import { ClusterSnapshot } from '../../inventory/snapshot';
import { Json } from './parts/read';

/** A route with its kind, which decides what its rules become. @public */
export interface KindOfRoute {
  kind: 'HTTPRoute' | 'GRPCRoute' | 'TCPRoute' | 'UDPRoute' | 'TLSRoute';
  route: RouteObject;
}

/** Whether all objects of a family were read. @public */
export interface CompleteKinds {
  ingresses: boolean;
  services: boolean;
  gateways: boolean;
  namespaces: boolean;
}

/** An Ingress with the `spec` of its class' parameters. @public */
export interface GroupMember {
  ingress: IngressObject;
  params?: Json;
}

/**
 * The objects of a cluster that decide what its controller builds, found by
 * name. Made once for a cluster, for all of its stacks.
 * @public
 */
export interface DriftObjects {
  complete: CompleteKinds;
  services: ReadonlyMap<string, ServiceObject>;
  gateways: ReadonlyMap<string, GatewayObject>;
  gatewayClasses: ReadonlyMap<string, GatewayClassObject>;
  namespaces: ReadonlyMap<string, NamespaceObject>;
  /** By `<namespace>/<name>` of the Gateway that they name as a parent. */
  routesOf: ReadonlyMap<string, readonly KindOfRoute[]>;
  listenerSets: readonly PlainObject[];
  referenceGrants: readonly PlainObject[];
  loadBalancerConfigurations: ReadonlyMap<string, PlainObject>;
  listenerRuleConfigurations: ReadonlyMap<string, PlainObject>;
  targetGroupConfigurations: ReadonlyMap<string, PlainObject>;
  /** By `<namespace>/<name>` of the Service that they are for. */
  targetGroupConfigurationOf: ReadonlyMap<string, PlainObject>;
  /** All bindings, where they could all be read. */
  targetGroupBindings:
    | ReadonlyMap<string, TargetGroupBindingObject>
    | undefined;
  /** Members of each group, by the value of the stack tag. */
  members: ReadonlyMap<string, readonly GroupMember[]>;
  /** Groups that no controller can load, with the Ingress that holds each up. */
  frozen: ReadonlyMap<string, string>;
}

function keyOf({ namespace, name }: ObjectMeta): string {
  return `${namespace}/${name}`;
}

function byKey<T extends { metadata: ObjectMeta }>(
  kind: KindSnapshot<T> | undefined,
): Map<string, T> {
  return new Map((kind?.items ?? []).map(item => [keyOf(item.metadata), item]));
}

function byName<T extends { metadata: ObjectMeta }>(
  kind: KindSnapshot<T> | undefined,
): Map<string, T> {
  return new Map((kind?.items ?? []).map(item => [item.metadata.name, item]));
}

function ingressGroups(
  { kinds }: ClusterSnapshot,
  ingressClass: string,
): Pick<DriftObjects, 'members' | 'frozen'> {
  const params = byName<IngressClassParamsObject>(kinds.ingressClassParams);
  const classes = byName(kinds.ingressClasses);
  const context = {
    classes: provesAbsence(kinds.ingressClasses) ? classes : undefined,
    params: provesAbsence(kinds.ingressClassParams) ? params : undefined,
    classAnnotations: [ingressClass],
  };
  const members = new Map<string, GroupMember[]>();
  const frozen = new Map<string, string>();
  for (const ingress of kinds.ingresses?.items ?? []) {
    const { metadata, spec } = ingress;
    const { status, by, stack } = claimOfIngress(ingress, context);
    if (status === 'class-missing' && by === 'controller') {
      if (stack) {
        frozen.set(stack.value, keyOf(metadata));
      }
      for (const held of ingressStacksByFinalizer(ingress)) {
        frozen.set(held, keyOf(metadata));
      }
    }
    if (
      status === 'claimed' &&
      by === 'controller' &&
      stack &&
      !metadata.deletionTimestamp
    ) {
      // The annotation of old takes no parameters.
      const className = metadata.annotations?.['kubernetes.io/ingress.class'];
      const parameters =
        className === undefined
          ? classes.get(spec?.ingressClassName ?? defaultClass(classes))?.spec
              ?.parameters
          : undefined;
      const member: GroupMember = {
        ingress,
        params: parameters && params.get(parameters.name)?.spec,
      };
      members.set(stack.value, [...(members.get(stack.value) ?? []), member]);
    }
  }
  return { members, frozen };
}

function defaultClass(classes: ReadonlyMap<string, { metadata: ObjectMeta }>) {
  return (
    [...classes.values()].find(
      ({ metadata }) =>
        metadata.annotations?.[
          'ingressclass.kubernetes.io/is-default-class'
        ] === 'true',
    )?.metadata.name ?? ''
  );
}

function routesByGateway({ kinds }: ClusterSnapshot) {
  const routes: KindOfRoute[] = [
    ...(kinds.httpRoutes?.items ?? []).map(
      (route): KindOfRoute => ({ kind: 'HTTPRoute', route }),
    ),
    ...(kinds.grpcRoutes?.items ?? []).map(
      (route): KindOfRoute => ({ kind: 'GRPCRoute', route }),
    ),
    ...(kinds.tcpRoutes?.items ?? []).map(
      (route): KindOfRoute => ({ kind: 'TCPRoute', route }),
    ),
    ...(kinds.udpRoutes?.items ?? []).map(
      (route): KindOfRoute => ({ kind: 'UDPRoute', route }),
    ),
    ...(kinds.tlsRoutes?.items ?? []).map(
      (route): KindOfRoute => ({ kind: 'TLSRoute', route }),
    ),
  ];
  const result = new Map<string, KindOfRoute[]>();
  for (const each of routes) {
    const { namespace } = each.route.metadata;
    const parents = new Set(
      (each.route.spec?.parentRefs ?? [])
        .filter(({ kind }) => kind === undefined || kind === 'Gateway')
        .map(parent => `${parent.namespace ?? namespace}/${parent.name}`),
    );
    for (const parent of parents) {
      result.set(parent, [...(result.get(parent) ?? []), each]);
    }
  }
  return result;
}

function configurationsOfServices(
  kind: KindSnapshot<PlainObject> | undefined,
): Map<string, PlainObject> {
  const result = new Map<string, PlainObject>();
  for (const item of kind?.items ?? []) {
    const target = item.spec?.targetReference as Json | undefined;
    const key = `${item.metadata.namespace}/${String(target?.name)}`;
    if (
      target &&
      (target.kind ?? 'Service') === 'Service' &&
      !result.has(key)
    ) {
      result.set(key, item);
    }
  }
  return result;
}

/** Kinds that a Gateway's model is made of, beside Services. */
const GATEWAY_KINDS = [
  'gateways',
  'gatewayClasses',
  'httpRoutes',
  'grpcRoutes',
  'tcpRoutes',
  'udpRoutes',
  'tlsRoutes',
  'listenerSets',
  'referenceGrants',
  'loadBalancerConfigurations',
  'targetGroupConfigurations',
  'listenerRuleConfigurations',
] as const;

/** Finds the objects of a cluster that decide what its controller builds. @public */
export function driftObjects(options: {
  cluster: ClusterSnapshot;
  /** `--ingress-class` of the controller. */
  ingressClass?: string;
}): DriftObjects {
  const { cluster, ingressClass = 'alb' } = options;
  const { kinds } = cluster;
  return {
    complete: {
      ingresses:
        provesAbsence(kinds.ingresses) &&
        provesAbsence(kinds.ingressClasses) &&
        provesAbsence(kinds.ingressClassParams),
      services: provesAbsence(kinds.services),
      namespaces: provesAbsence(kinds.namespaces),
      gateways: GATEWAY_KINDS.every(kind => provesAbsence(kinds[kind])),
    },
    services: byKey(kinds.services),
    gateways: byKey(kinds.gateways),
    gatewayClasses: byName(kinds.gatewayClasses),
    namespaces: byName(kinds.namespaces),
    routesOf: routesByGateway(cluster),
    listenerSets: kinds.listenerSets?.items ?? [],
    referenceGrants: kinds.referenceGrants?.items ?? [],
    loadBalancerConfigurations: byKey(kinds.loadBalancerConfigurations),
    listenerRuleConfigurations: byKey(kinds.listenerRuleConfigurations),
    targetGroupConfigurations: byKey(kinds.targetGroupConfigurations),
    targetGroupConfigurationOf: configurationsOfServices(
      kinds.targetGroupConfigurations,
    ),
    targetGroupBindings: provesAbsence(kinds.targetGroupBindings)
      ? byKey<TargetGroupBindingObject>(kinds.targetGroupBindings)
      : undefined,
    ...ingressGroups(cluster, ingressClass),
  };
}
