import { StackService, StackWorkloads, WorkloadPod } from './workloads';
import { ServiceObject, TargetGroupBindingObject } from './objects';

/** Who a target turned out to be. @public */
export interface ResolvedTarget {
  pod?: WorkloadPod;
  /** Name of the Node. */
  node?: string;
}

/** Phases after which a Pod's address is somebody else's. */
const ENDED = new Set(['Succeeded', 'Failed']);

/**
 * The Services behind target groups, by the TargetGroupBindings that bind them.
 * @public
 */
export function servicesOfTargetGroups(options: {
  targetGroupArns: readonly string[];
  targetBindings: readonly TargetGroupBindingObject[];
  services: readonly ServiceObject[];
}): StackService[] {
  const arns = new Set(options.targetGroupArns);
  const selectors = new Map(
    options.services.map(({ metadata, spec }) => [
      `${metadata.namespace}/${metadata.name}`,
      spec?.selector,
    ]),
  );
  return options.targetBindings.flatMap(({ metadata, spec }) => {
    const { targetGroupARN: targetGroupArn, serviceRef } = spec ?? {};
    if (!targetGroupArn || !serviceRef?.name || !arns.has(targetGroupArn)) {
      return [];
    }
    const { namespace, name: targetBinding } = metadata;
    const selector = selectors.get(`${namespace}/${serviceRef.name}`);
    return [
      {
        targetGroupArn,
        namespace,
        targetBinding,
        name: serviceRef.name,
        ...(selector && { selector }),
      },
    ];
  });
}

/** Finds the Pods and Nodes that the targets of one stack are. @public */
export class TargetLookup {
  readonly #podsByName = new Map<string, WorkloadPod>();
  readonly #podsByAddress = new Map<string, WorkloadPod[]>();
  readonly #podNames = new Map<string, string>();
  readonly #nodes = new Map<string, string>();

  static create(workloads: StackWorkloads | undefined): TargetLookup {
    return new TargetLookup(workloads);
  }

  private constructor(workloads: StackWorkloads | undefined) {
    for (const pod of workloads?.pods ?? []) {
      this.#podsByName.set(`${pod.namespace}/${pod.name}`, pod);
      if (pod.ip && !ENDED.has(pod.phase ?? '')) {
        const same = this.#podsByAddress.get(pod.ip) ?? [];
        this.#podsByAddress.set(pod.ip, [...same, pod]);
      }
    }
    for (const endpoint of workloads?.endpoints ?? []) {
      const { namespace, service, address, pod } = endpoint;
      if (pod) {
        this.#podNames.set(`${namespace}/${service} ${address}`, pod);
      }
    }
    for (const { name, instanceId, addresses } of workloads?.nodes ?? []) {
      for (const id of [instanceId, ...addresses]) {
        if (id) {
          this.#nodes.set(id, name);
        }
      }
    }
  }

  /**
   * Who a target of a target group is. Pods of the host network share an
   * address: the Services of the target group say which one is meant.
   */
  find(id: string, services: readonly StackService[]): ResolvedTarget {
    for (const { namespace, name } of services) {
      const podName = this.#podNames.get(`${namespace}/${name} ${id}`);
      const pod = this.#podsByName.get(`${namespace}/${podName}`);
      if (pod) {
        return { pod, ...(pod.nodeName && { node: pod.nodeName }) };
      }
    }
    const namespaces = new Set(services.map(({ namespace }) => namespace));
    const there = (this.#podsByAddress.get(id) ?? []).filter(({ namespace }) =>
      namespaces.has(namespace),
    );
    // Of two Pods with one address neither is meant more than the other.
    if (there.length === 1) {
      const [pod] = there;
      return { pod, ...(pod.nodeName && { node: pod.nodeName }) };
    }
    const node = this.#nodes.get(id);
    return node === undefined ? {} : { node };
  }
}
