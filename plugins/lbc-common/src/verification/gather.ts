import { sha256 } from '@noble/hashes/sha256';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { controllerFinalizers } from '../identity/finalizers';
import { provesAbsence } from '../inventory/coverage';
import type { ObjectMeta, RouteObject } from '../inventory/objects';
import { ingressHosts } from '../inventory/owners/backends';
import { reconcileEvents } from '../inventory/owners/events';
import type { ClusterSnapshot } from '../inventory/snapshot';
import { canonical } from './texts';
import type { BaselineInput, BaselineOwner } from './types';

/** Annotations that say to the controller what to build. */
const ASKING =
  /^(alb\.ingress\.kubernetes\.io\/|service\.beta\.kubernetes\.io\/|kubernetes\.io\/ingress\.class$|gateway\.k8s\.aws\/|elbv2\.k8s\.aws\/)/;

/** Those of them that the controller writes itself. */
const WRITTEN_BY_CONTROLLER =
  /\/(checkpoint|checkpoint-timestamp|dry-run-plan)$/;

/** An object as the snapshot has it, whatever its kind. */
interface AnyObject {
  metadata: ObjectMeta;
  spec?: unknown;
}

/** A digest that is short enough to keep for each of thousands of objects. */
export function hashOfSpec({ metadata, spec }: AnyObject): string {
  const annotations = Object.fromEntries(
    Object.entries(metadata.annotations ?? {}).filter(
      ([key]) => ASKING.test(key) && !WRITTEN_BY_CONTROLLER.test(key),
    ),
  );
  return bytesToHex(
    sha256(utf8ToBytes(canonical({ annotations, spec }))),
  ).slice(0, 24);
}

const KINDS_OF_OWNERS = {
  Ingress: 'ingresses',
  Service: 'services',
  Gateway: 'gateways',
} as const;

const ROUTES = [
  ['HTTPRoute', 'httpRoutes'],
  ['GRPCRoute', 'grpcRoutes'],
  ['TCPRoute', 'tcpRoutes'],
  ['UDPRoute', 'udpRoutes'],
  ['TLSRoute', 'tlsRoutes'],
] as const;

const CONFIGURATIONS = [
  ['LoadBalancerConfiguration', 'loadBalancerConfigurations'],
  ['TargetGroupConfiguration', 'targetGroupConfigurations'],
  ['ListenerRuleConfiguration', 'listenerRuleConfigurations'],
] as const;

/** Names an owner. @public */
export interface OwnerName {
  kind: string;
  namespace: string;
  name: string;
}

const keyOf = (kind: string, { namespace, name }: Omit<OwnerName, 'kind'>) =>
  `${kind}/${namespace}/${name}`;

/** Finds what baselines keep of the Kubernetes side, in one cluster's snapshot. @public */
export class BaselineObjects {
  readonly #snapshot: ClusterSnapshot;
  readonly #objects = new Map<string, AnyObject>();
  readonly #hosts = new Map<string, string[]>();
  readonly #routes = new Map<string, Array<[string, RouteObject]>>();

  static create(snapshot: ClusterSnapshot): BaselineObjects {
    return new BaselineObjects(snapshot);
  }

  private constructor(snapshot: ClusterSnapshot) {
    this.#snapshot = snapshot;
    const { kinds } = snapshot;
    for (const [kind, key] of Object.entries(KINDS_OF_OWNERS)) {
      for (const item of kinds[key]?.items ?? []) {
        this.#objects.set(keyOf(kind, item.metadata), item);
      }
    }
    for (const ingress of kinds.ingresses?.items ?? []) {
      this.#hosts.set(
        keyOf('Ingress', ingress.metadata),
        ingressHosts(ingress),
      );
    }
    for (const [kind, key] of ROUTES) {
      for (const route of kinds[key]?.items ?? []) {
        for (const parent of route.spec?.parentRefs ?? []) {
          const gateway = keyOf('Gateway', {
            namespace: parent.namespace ?? route.metadata.namespace,
            name: parent.name,
          });
          const list = this.#routes.get(gateway) ?? [];
          list.push([kind, route]);
          this.#routes.set(gateway, list);
        }
      }
    }
  }

  /** Can it be told that an owner of this kind is not there? */
  knows(kind: string): boolean {
    return Object.entries(KINDS_OF_OWNERS).some(
      ([name, key]) =>
        name === kind && provesAbsence(this.#snapshot.kinds[key]),
    );
  }

  /** Those of the owners that are there. */
  owners(names: readonly OwnerName[]): BaselineOwner[] {
    const { kinds } = this.#snapshot;
    const eventsOf = reconcileEvents(kinds.events?.items ?? []);
    return names.flatMap(({ kind, namespace, name }): BaselineOwner[] => {
      const key = keyOf(kind, { namespace, name });
      const object = this.#objects.get(key);
      if (!object) {
        return this.knows(kind)
          ? []
          : [
              {
                kind,
                namespace,
                name,
                finalizers: [],
                specHash: '',
                hosts: [],
                conditions: [],
              },
            ];
      }
      const { metadata } = object;
      const { lastSuccessAt, failure } = eventsOf(key, metadata.uid);
      return [
        {
          kind,
          namespace,
          name,
          uid: metadata.uid,
          finalizers: controllerFinalizers(metadata.finalizers),
          specHash: hashOfSpec(object),
          hosts: this.#hosts.get(key) ?? [],
          conditions: this.#conditions(kind, { namespace, name }),
          ...(lastSuccessAt && { lastSuccessAt }),
          ...(failure && {
            lastFailure: { reason: failure.reason, at: failure.at },
          }),
        },
      ];
    });
  }

  #conditions(
    kind: string,
    { namespace, name }: Omit<OwnerName, 'kind'>,
  ): BaselineOwner['conditions'] {
    const gateway =
      kind === 'Gateway' &&
      this.#snapshot.kinds.gateways?.items.find(
        ({ metadata }) =>
          metadata.namespace === namespace && metadata.name === name,
      );
    return (gateway ? gateway.status?.conditions ?? [] : []).map(
      ({ type, status, reason }) => ({
        type,
        status,
        ...(reason && { reason }),
      }),
    );
  }

  /** What beside the owners a stack is built from. */
  inputs(options: {
    owners: readonly OwnerName[];
    services: ReadonlyArray<{ namespace: string; name: string }>;
  }): BaselineInput[] {
    const inputs = new Map<string, BaselineInput>();
    const add = (kind: string, object: AnyObject | undefined) => {
      if (object) {
        const { namespace, name } = object.metadata;
        inputs.set(keyOf(kind, { namespace, name }), {
          kind,
          namespace,
          name,
          specHash: hashOfSpec(object),
        });
      }
    };
    const owners = new Set(
      options.owners.map(owner => keyOf(owner.kind, owner)),
    );
    for (const service of options.services) {
      const key = keyOf('Service', service);
      if (!owners.has(key)) {
        add('Service', this.#objects.get(key));
      }
    }
    for (const owner of options.owners) {
      if (owner.kind === 'Gateway') {
        for (const [kind, route] of this.#routes.get(keyOf('Gateway', owner)) ??
          []) {
          add(kind, route);
        }
        this.#addConfigurations(add, [
          owner.namespace,
          ...options.services.map(({ namespace }) => namespace),
        ]);
      }
    }
    if (options.owners.some(({ kind }) => kind === 'Ingress')) {
      for (const params of this.#paramsOf(options.owners)) {
        add('IngressClassParams', params);
      }
    }
    return [...inputs.values()];
  }

  #addConfigurations(
    add: (kind: string, object: AnyObject) => void,
    namespaces: readonly string[],
  ): void {
    const { kinds } = this.#snapshot;
    for (const [kind, key] of CONFIGURATIONS) {
      for (const item of kinds[key]?.items ?? []) {
        if (namespaces.includes(item.metadata.namespace)) {
          add(kind, item);
        }
      }
    }
  }

  /** Parameters of the classes of Ingresses. */
  #paramsOf(owners: readonly OwnerName[]): AnyObject[] {
    const { ingresses, ingressClasses, ingressClassParams } =
      this.#snapshot.kinds;
    const keys = new Set(owners.map(owner => keyOf(owner.kind, owner)));
    const classes = new Set(
      (ingresses?.items ?? [])
        .filter(({ metadata }) => keys.has(keyOf('Ingress', metadata)))
        .map(({ spec }) => spec?.ingressClassName),
    );
    const params = new Set(
      (ingressClasses?.items ?? [])
        .filter(({ metadata }) => classes.has(metadata.name))
        .map(({ spec }) => spec?.parameters?.name),
    );
    return (ingressClassParams?.items ?? []).filter(({ metadata }) =>
      params.has(metadata.name),
    );
  }
}
