import {
  claimOfGateway,
  claimOfIngress,
  claimOfService,
  StackRef,
} from '../../identity/claims';
import {
  FINALIZERS,
  controllerFinalizers,
  ingressStacksByFinalizer,
} from '../../identity/finalizers';
import { Message, message } from '../../messages';
import { KindSnapshot, provesAbsence } from '../coverage';
import {
  GatewayObject,
  IngressClassObject,
  IngressObject,
  ObjectMeta,
  ServiceObject,
} from '../objects';
import { ClusterSnapshot } from '../snapshot';
import { OwnerKind } from '../subject';
import {
  gatewayBackends,
  ingressBackends,
  ingressHosts,
  matchingObject,
} from './backends';
import { reconcileEvents } from './events';
import { OwnerRecord } from './types';

const INGRESS_ATTRIBUTES = 'alb.ingress.kubernetes.io/load-balancer-attributes';
const SERVICE_ATTRIBUTES =
  'service.beta.kubernetes.io/aws-load-balancer-attributes';
const GROUP_ORDER = 'alb.ingress.kubernetes.io/group.order';
const PROTECTED = /(^|,)\s*deletion_protection\.enabled\s*=\s*true\s*(,|$)/;

function byName<T extends { metadata: ObjectMeta }>(
  kind: KindSnapshot<T> | undefined,
): ReadonlyMap<string, T> | undefined {
  return provesAbsence(kind)
    ? new Map(kind.items.map(item => [item.metadata.name, item]))
    : undefined;
}

function hostnamesOf(status: {
  loadBalancer?: { ingress?: Array<{ hostname?: string }> };
}): string[] {
  return (status.loadBalancer?.ingress ?? []).flatMap(({ hostname }) =>
    hostname ? [hostname.toLowerCase()] : [],
  );
}

const ELB_HOSTNAME = /\.elb\.(?:[a-z0-9-]+\.)?amazonaws\.com/;

/** The IngressClass that an Ingress depends on; the old annotation needs none. */
function ingressClassOf(
  { metadata, spec }: IngressObject,
  classes: ReadonlyMap<string, IngressClassObject> | undefined,
): { className?: string } {
  if (metadata.annotations?.['kubernetes.io/ingress.class'] !== undefined) {
    return {};
  }
  const className =
    spec?.ingressClassName ??
    [...(classes?.values() ?? [])].find(
      each =>
        each.metadata.annotations?.[
          'ingressclass.kubernetes.io/is-default-class'
        ] === 'true',
    )?.metadata.name;
  return className === undefined ? {} : { className };
}

/** Flags of the controllers that decide what they claim. */
export interface ClaimFlags {
  /** Values of `--ingress-class`. */
  ingressClasses: readonly string[];
  /** Values of `--load-balancer-class`. */
  loadBalancerClasses: readonly string[];
}

function protection(
  metadata: ObjectMeta,
  annotation: string,
): string | undefined {
  return PROTECTED.test(metadata.annotations?.[annotation] ?? '')
    ? annotation
    : undefined;
}

/** A `group.order` that is no number from -1000 to 1000 (`sortGroupMembers`). */
function groupOrderError({ annotations }: ObjectMeta): Message | undefined {
  const order = annotations?.[GROUP_ORDER];
  const valid =
    order === undefined ||
    (/^[+-]?\d+$/.test(order) && Math.abs(Number(order)) <= 1000);
  return valid
    ? undefined
    : message('claim.group-order-invalid', { annotation: GROUP_ORDER, order });
}

function serviceStacks({ metadata }: ServiceObject): StackRef[] {
  return (metadata.finalizers ?? []).includes(FINALIZERS.service)
    ? [
        {
          family: 'service',
          value: `${metadata.namespace}/${metadata.name}`,
        },
      ]
    : [];
}

function gatewayStacks({ metadata }: GatewayObject): StackRef[] {
  const { finalizers = [] } = metadata;
  return finalizers.includes(FINALIZERS.gatewayAlb) ||
    finalizers.includes(FINALIZERS.gatewayNlb)
    ? [
        {
          family: 'gateway',
          value: `${metadata.namespace}/${metadata.name}`,
        },
      ]
    : [];
}

const ARN_IN_TEXT = /arn:aws[a-z-]*:elasticloadbalancing:\S+/;

function gatewayStatus({ status }: GatewayObject): {
  arns: string[];
  refusals: OwnerRecord['refusals'];
} {
  const arns: string[] = [];
  const refusals: OwnerRecord['refusals'] = [];
  for (const condition of status?.conditions ?? []) {
    if (condition.type === 'Programmed' && condition.status === 'True') {
      const arn = ARN_IN_TEXT.exec(condition.message ?? '');
      if (arn) {
        arns.push(arn[0]);
      }
    }
    if (
      condition.status === 'False' &&
      (condition.type === 'Accepted' || condition.type === 'Programmed')
    ) {
      refusals.push({
        type: condition.type,
        reason: condition.reason ?? '',
        message: (condition.message ?? '').slice(0, 400),
      });
    }
  }
  return { arns, refusals };
}

/**
 * Every object of the cluster that asks, or still holds a finalizer because it
 * asked, for a load balancer. Objects of other controllers are left out.
 */
export function collectOwners(
  cluster: ClusterSnapshot,
  flags: ClaimFlags,
): OwnerRecord[] {
  const { kinds } = cluster;
  const eventsOf = reconcileEvents(kinds.events?.items ?? []);
  const services = new Map(
    (kinds.services?.items ?? []).map(service => [
      `${service.metadata.namespace}/${service.metadata.name}`,
      service,
    ]),
  );
  const base = (kind: OwnerKind, metadata: ObjectMeta) => {
    const key = `${kind}/${metadata.namespace}/${metadata.name}`;
    return {
      key,
      kind,
      metadata,
      finalizers: controllerFinalizers(metadata.finalizers),
      events: eventsOf(key, metadata.uid),
      labels: metadata.labels ?? {},
      arns: [],
      refusals: [],
    };
  };
  const ingressContext = {
    classes: byName(kinds.ingressClasses),
    params: byName(kinds.ingressClassParams),
    autoModeParams: byName(kinds.autoModeIngressClassParams),
    classAnnotations: flags.ingressClasses,
  };
  const ingresses = (kinds.ingresses?.items ?? []).map(
    (ingress): OwnerRecord => ({
      ...base('Ingress', ingress.metadata),
      ...ingressClassOf(ingress, ingressContext.classes),
      claim: claimOfIngress(ingress, ingressContext),
      pendingStacks: ingressStacksByFinalizer(ingress).map(value => ({
        family: 'ingress',
        value,
      })),
      hostnames: hostnamesOf(ingress.status ?? {}),
      backends: ingressBackends(ingress, services),
      hosts: ingressHosts(ingress),
      loadError: groupOrderError(ingress.metadata),
      protectedByAnnotation: protection(ingress.metadata, INGRESS_ATTRIBUTES),
    }),
  );
  const serviceOwners = [...services.values()]
    .filter(
      service =>
        service.spec?.type === 'LoadBalancer' ||
        serviceStacks(service).length > 0 ||
        // API servers that keep the status of one that is no LoadBalancer any more.
        hostnamesOf(service.status ?? {}).length > 0,
    )
    .map(
      (service): OwnerRecord => ({
        ...base('Service', service.metadata),
        claim: claimOfService(service, flags.loadBalancerClasses),
        pendingStacks: serviceStacks(service),
        hostnames: hostnamesOf(service.status ?? {}),
        backends: [
          {
            namespace: service.metadata.namespace,
            name: service.metadata.name,
            routes: (service.spec?.ports ?? []).map(
              ({ port, protocol }) => `${protocol ?? 'TCP'}:${port ?? '?'}`,
            ),
            service: matchingObject('Service', service.metadata),
          },
        ],
        localTraffic: service.spec?.externalTrafficPolicy === 'Local',
        protectedByAnnotation: protection(service.metadata, SERVICE_ATTRIBUTES),
      }),
    );
  const gatewayClasses = byName(kinds.gatewayClasses);
  const routes = [
    ...(kinds.httpRoutes?.items ?? []),
    ...(kinds.grpcRoutes?.items ?? []),
    ...(kinds.tcpRoutes?.items ?? []),
    ...(kinds.udpRoutes?.items ?? []),
    ...(kinds.tlsRoutes?.items ?? []),
  ];
  const gateways = (kinds.gateways?.items ?? []).map(
    (gateway): OwnerRecord => ({
      ...base('Gateway', gateway.metadata),
      ...(gateway.spec?.gatewayClassName && {
        className: gateway.spec.gatewayClassName,
      }),
      ...gatewayStatus(gateway),
      claim: claimOfGateway(gateway, gatewayClasses),
      pendingStacks: gatewayStacks(gateway),
      hostnames: (gateway.status?.addresses ?? []).map(({ value }) =>
        value.toLowerCase(),
      ),
      backends: gatewayBackends(gateway.metadata, routes, services),
    }),
  );
  const accelerators = (kinds.globalAccelerators?.items ?? []).map(
    ({ metadata }): OwnerRecord => {
      const { namespace, name } = metadata;
      const stack: StackRef = {
        family: 'global-accelerator',
        value: `${namespace}/${name}`,
      };
      const owner = base('GlobalAccelerator', metadata);
      return {
        ...owner,
        claim: { status: 'claimed', by: 'controller', stack },
        pendingStacks: owner.finalizers.length > 0 ? [stack] : [],
        // Its address is none of a load balancer.
        hostnames: [],
        backends: [],
      };
    },
  );
  return [...ingresses, ...serviceOwners, ...gateways, ...accelerators].filter(
    owner =>
      owner.claim.status !== 'other' ||
      owner.finalizers.length > 0 ||
      owner.hostnames.some(hostname => ELB_HOSTNAME.test(hostname)),
  );
}
