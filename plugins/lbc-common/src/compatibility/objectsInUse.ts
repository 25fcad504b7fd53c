import type { Claim } from '../identity/claims';
import { collectOwners } from '../inventory/owners/collectOwners';
import type { OwnerRecord } from '../inventory/owners/types';
import type { ObjectMeta, ObjectReference } from '../inventory/objects';
import type { ClusterSnapshot } from '../inventory/snapshot';
import { stackOfLabels } from '../inventory/targetBindings';
import { claimFlagsOf } from './claimFlags';
import type { RunningController } from './types';
import { isRecord } from './values';

/** An owner that is asked about. @public */
export interface OwnerReference {
  kind: string;
  namespace: string;
  name: string;
}

/** Which of a cluster's objects are asked about. @public */
export interface AskedObjects {
  /** Owners, and Services that owners of others lead to. */
  owners: 'all' | readonly OwnerReference[];
  /**
   * Whether objects in other namespaces than the owners' may be named, such as
   * another team's routes of a shared Gateway.
   */
  othersToo: boolean;
}

/** An object of which annotations, labels or fields are used. */
export interface ObjectInUse {
  kind: string;
  metadata: ObjectMeta;
  /** Name of the CRD that defines it; absent for Kubernetes' own kinds. */
  crd?: string;
  spec?: Record<string, unknown>;
  /** Who claims it, where it is an owner. */
  claim?: Claim;
  /** For a Service: what serves its own load balancer, if it asks for one. */
  isLoadBalancer?: boolean;
}

class Gathering {
  readonly #cluster: ClusterSnapshot;
  readonly #asked: AskedObjects;
  readonly #found = new Map<string, ObjectInUse>();
  readonly #namespaces = new Set<string>();

  constructor(cluster: ClusterSnapshot, asked: AskedObjects) {
    this.#cluster = cluster;
    this.#asked = asked;
  }

  gather(records: readonly OwnerRecord[]): ObjectInUse[] {
    const { owners } = this.#asked;
    const wanted =
      owners === 'all'
        ? undefined
        : new Set(
            owners.map(
              ({ kind, namespace, name }) => `${kind}/${namespace}/${name}`,
            ),
          );
    if (owners !== 'all') {
      this.#services(owners);
    }
    for (const record of records) {
      if (wanted?.has(record.key) ?? record.claim.status !== 'other') {
        this.#namespaces.add(record.metadata.namespace);
        this.#owner(record);
      }
    }
    this.#targetBindings();
    this.#targetGroupConfigurations();
    this.#namespaceLabels();
    return [...this.#found.values()];
  }

  /** Services without a load balancer of their own: a team's part of another's. */
  #services(owners: readonly OwnerReference[]): void {
    const { services } = this.#cluster.kinds;
    for (const owner of owners) {
      const service =
        owner.kind === 'Service' ? find(services?.items, owner) : undefined;
      if (service) {
        this.#namespaces.add(owner.namespace);
        this.#add({
          kind: 'Service',
          metadata: service.metadata,
          isLoadBalancer: service.spec?.type === 'LoadBalancer',
        });
      }
    }
  }

  #add(object: ObjectInUse): void {
    const { kind, metadata } = object;
    const { namespace } = metadata;
    if (
      namespace !== '' &&
      !this.#asked.othersToo &&
      !this.#namespaces.has(namespace)
    ) {
      return;
    }
    const key = `${object.crd ?? kind}/${namespace}/${metadata.name}`;
    this.#found.set(key, { ...this.#found.get(key), ...object });
  }

  #has(kind: string, namespace: string, name: string): boolean {
    return this.#found.has(`${kind}/${namespace}/${name}`);
  }

  #owner({ kind, metadata, claim, className, backends }: OwnerRecord): void {
    const { kinds } = this.#cluster;
    if (kind === 'GlobalAccelerator') {
      const item = find(kinds.globalAccelerators?.items, metadata);
      this.#add({
        kind,
        metadata,
        claim,
        crd: 'globalaccelerators.aga.k8s.aws',
        spec: item?.spec,
      });
      return;
    }
    this.#add({
      kind,
      metadata,
      claim,
      ...(kind === 'Service' && { isLoadBalancer: true }),
    });
    for (const { namespace, name } of backends) {
      const service = find(kinds.services?.items, { namespace, name });
      if (service && !(kind === 'Service')) {
        this.#add({
          kind: 'Service',
          metadata: service.metadata,
          isLoadBalancer: service.spec?.type === 'LoadBalancer',
        });
      }
    }
    if (kind === 'Ingress' && className !== undefined) {
      this.#ingressClass(className);
    }
    if (kind === 'Gateway') {
      this.#gateway(metadata, className);
    }
  }

  #ingressClass(name: string): void {
    const { ingressClasses, ingressClassParams } = this.#cluster.kinds;
    const parameters = find(ingressClasses?.items, { namespace: '', name })
      ?.spec?.parameters;
    const params =
      parameters &&
      parameters.apiGroup !== 'eks.amazonaws.com' &&
      find(ingressClassParams?.items, {
        namespace: '',
        name: parameters.name,
      });
    if (params) {
      this.#add({
        kind: 'IngressClassParams',
        metadata: params.metadata,
        crd: 'ingressclassparams.elbv2.k8s.aws',
        spec: params.spec,
      });
    }
  }

  #gateway(gateway: ObjectMeta, className: string | undefined): void {
    const { kinds } = this.#cluster;
    const { namespace } = gateway;
    const own = find(kinds.gateways?.items, gateway)?.spec?.infrastructure;
    const shared =
      className === undefined
        ? undefined
        : find(kinds.gatewayClasses?.items, { namespace: '', name: className })
            ?.spec;
    this.#configuration(own?.parametersRef, namespace);
    this.#configuration(shared?.parametersRef, namespace);
    for (const route of [
      ...(kinds.httpRoutes?.items ?? []),
      ...(kinds.grpcRoutes?.items ?? []),
    ]) {
      const attached = (route.spec?.parentRefs ?? []).some(
        parent =>
          (parent.kind ?? 'Gateway') === 'Gateway' &&
          parent.name === gateway.name &&
          (parent.namespace ?? route.metadata.namespace) === namespace,
      );
      for (const { filters = [] } of attached ? route.spec?.rules ?? [] : []) {
        this.#ruleConfigurations(filters, route.metadata.namespace);
      }
    }
  }

  #configuration(
    reference: ObjectReference | undefined,
    namespace: string,
  ): void {
    const item =
      reference?.kind === 'LoadBalancerConfiguration'
        ? find(this.#cluster.kinds.loadBalancerConfigurations?.items, {
            namespace: reference.namespace ?? namespace,
            name: reference.name,
          })
        : undefined;
    if (item) {
      this.#add({
        kind: 'LoadBalancerConfiguration',
        metadata: item.metadata,
        crd: 'loadbalancerconfigurations.gateway.k8s.aws',
        spec: item.spec,
      });
    }
  }

  #ruleConfigurations(
    filters: ReadonlyArray<Record<string, unknown>>,
    namespace: string,
  ): void {
    for (const { extensionRef } of filters) {
      const item =
        isRecord(extensionRef) && typeof extensionRef.name === 'string'
          ? find(this.#cluster.kinds.listenerRuleConfigurations?.items, {
              namespace,
              name: extensionRef.name,
            })
          : undefined;
      if (item) {
        this.#add({
          kind: 'ListenerRuleConfiguration',
          metadata: item.metadata,
          crd: 'listenerruleconfigurations.gateway.k8s.aws',
          spec: item.spec,
        });
      }
    }
  }

  /**
   * Those that people wrote, for Services that are in use; of a whole cluster
   * all of them. What the controller writes, it reads.
   */
  #targetBindings(): void {
    for (const { metadata, spec } of this.#cluster.kinds.targetGroupBindings
      ?.items ?? []) {
      const isWritten = stackOfLabels(metadata.labels ?? {}) === undefined;
      if (
        isWritten &&
        (this.#asked.owners === 'all' ||
          this.#has(
            'Service',
            metadata.namespace,
            spec?.serviceRef?.name ?? '',
          ))
      ) {
        this.#add({
          kind: 'TargetGroupBinding',
          metadata,
          crd: 'targetgroupbindings.elbv2.k8s.aws',
          spec: { ...spec },
        });
      }
    }
  }

  #targetGroupConfigurations(): void {
    for (const { metadata, spec } of this.#cluster.kinds
      .targetGroupConfigurations?.items ?? []) {
      const reference = spec?.targetReference;
      const name = isRecord(reference) ? reference.name : undefined;
      if (
        this.#asked.owners === 'all' ||
        (typeof name === 'string' &&
          this.#has('Service', metadata.namespace, name))
      ) {
        this.#add({
          kind: 'TargetGroupConfiguration',
          metadata,
          crd: 'targetgroupconfigurations.gateway.k8s.aws',
          spec,
        });
      }
    }
  }

  #namespaceLabels(): void {
    const used = new Set(
      [...this.#found.values()].map(({ metadata }) => metadata.namespace),
    );
    for (const { metadata } of this.#cluster.kinds.namespaces?.items ?? []) {
      if (used.has(metadata.name)) {
        this.#add({ kind: 'Namespace', metadata });
      }
    }
  }
}

/** The objects that owners are built from, and all that these refer to. */
export function objectsInUse(options: {
  cluster: ClusterSnapshot;
  running: readonly RunningController[];
  asked: AskedObjects;
}): ObjectInUse[] {
  const { cluster, running, asked } = options;
  const records = collectOwners(cluster, claimFlagsOf(running));
  return new Gathering(cluster, asked).gather(records);
}

/** Where each item of a list is, by namespace and name. */
const POSITIONS = new WeakMap<object, Map<string, number>>();

function find<T extends { metadata: ObjectMeta }>(
  items: readonly T[] | undefined,
  { namespace, name }: { namespace: string; name: string },
): T | undefined {
  if (!items) {
    return undefined;
  }
  let positions = POSITIONS.get(items);
  if (!positions) {
    positions = new Map(
      items.map(({ metadata }, index) => [
        `${metadata.namespace}/${metadata.name}`,
        index,
      ]),
    );
    POSITIONS.set(items, positions);
  }
  const at = positions.get(`${namespace}/${name}`);
  return at === undefined ? undefined : items[at];
}
