import {
  message,
  NotRead,
  StackService,
  StackWorkloads,
  WorkloadEndpoint,
  WorkloadNode,
  WorkloadPod,
} from '@lbc-backstage/plugin-lbc-common';
import { LbcClock } from '@lbc-backstage/plugin-lbc-node';
import { ClusterClient } from '../client';
import { ListOutcome, readList } from '../lists';
import { nodeSchema, podSchema, sliceSchema } from './schemas';

/** A stack of more Services than that is read in part, and says so. */
const MAX_SERVICES = 50;
/** Pods that are kept of one Service. */
const MAX_PODS = 500;
const SERVICE_NAME = 'kubernetes.io/service-name';

interface Place {
  namespace: string;
  name: string;
  selector?: Record<string, string>;
}

/** What could not be read, once a kind; a kind that is denied somewhere may be readable elsewhere. */
class Notes {
  readonly #notes = new Map<string, NotRead>();

  get all(): NotRead[] {
    return [...this.#notes.values()];
  }

  add(operation: string, reason: NotRead['reason']): void {
    if (!this.#notes.has(operation)) {
      this.#notes.set(operation, { operation, reason });
    }
  }

  /** Notes what a list lacks and gives the items it has. */
  take<T>(operation: string, outcome: ListOutcome<T>): T[] {
    const { coverage, reason, items } = outcome;
    if (coverage !== 'complete') {
      this.add(
        operation,
        reason ?? message('source.failed', { detail: coverage }),
      );
    }
    return [...items];
  }
}

/** Options of {@link readWorkloads}. */
export interface ReadWorkloadsOptions {
  client: ClusterClient;
  clock: LbcClock;
  services: readonly StackService[];
  targetIds: readonly string[];
}

/**
 * Reads the EndpointSlices, Pods and Nodes behind the Services of one stack. It
 * does not ask which cluster answers, as a sweep does: this is shown beside the
 * load balancer, and proves that nothing is gone.
 */
export async function readWorkloads(
  options: ReadWorkloadsOptions,
): Promise<StackWorkloads> {
  const { client, clock, targetIds } = options;
  const observedAt = new Date(clock.now()).toISOString();
  const all = placesOf(options.services);
  const services = all.slice(0, MAX_SERVICES);
  const notes = new Notes();
  if (all.length > services.length) {
    notes.add(
      'services',
      message('source.detail-too-many', {
        what: 'Services',
        read: services.length,
        total: all.length,
      }),
    );
  }
  const endpoints: WorkloadEndpoint[] = [];
  const pods: WorkloadPod[] = [];
  for (const service of services) {
    endpoints.push(...(await readEndpoints(client, service, notes)));
    pods.push(...(await readPods(client, service, notes)));
  }
  const unique = [...new Map(pods.map(pod => [pod.uid, pod])).values()];
  const nodes = await readNodes({
    client,
    notes,
    targetIds: targetsBeyond(targetIds, unique),
  });
  return {
    cluster: client.cluster,
    observedAt,
    endpoints,
    pods: unique,
    nodes,
    notRead: notes.all,
  };
}

function placesOf(services: readonly StackService[]): Place[] {
  return [
    ...new Map(
      services.map(({ namespace, name, selector }) => [
        `${namespace}/${name}`,
        { namespace, name, selector },
      ]),
    ).values(),
  ];
}

async function readEndpoints(
  client: ClusterClient,
  { namespace, name }: Place,
  notes: Notes,
): Promise<WorkloadEndpoint[]> {
  const outcome = await readList({
    client,
    path: `/apis/discovery.k8s.io/v1/namespaces/${encodeURIComponent(
      namespace,
    )}/endpointslices`,
    resource: 'endpointslices.discovery.k8s.io',
    query: { labelSelector: `${SERVICE_NAME}=${name}` },
    schema: sliceSchema,
  });
  return notes
    .take('endpointslices', outcome)
    .flatMap(({ endpoints }) => endpoints ?? [])
    .flatMap(({ addresses = [], conditions, targetRef, nodeName }) =>
      addresses.map(address => ({
        namespace,
        service: name,
        address,
        ...(conditions?.ready !== undefined && { ready: conditions.ready }),
        ...(targetRef?.kind === 'Pod' &&
          targetRef.name && { pod: targetRef.name }),
        ...(nodeName && { nodeName }),
      })),
    );
}

async function readPods(
  client: ClusterClient,
  { namespace, selector }: Place,
  notes: Notes,
): Promise<WorkloadPod[]> {
  const labels = Object.entries(selector ?? {});
  // Without a selector the Service's endpoints are somebody else's to write.
  if (labels.length === 0) {
    return [];
  }
  const outcome = await readList({
    client,
    path: `/api/v1/namespaces/${encodeURIComponent(namespace)}/pods`,
    resource: 'pods',
    query: {
      labelSelector: labels.map(([key, value]) => `${key}=${value}`).join(','),
    },
    schema: podSchema,
  });
  const pods = notes.take('pods', outcome).map(({ pod }) => pod);
  if (pods.length > MAX_PODS) {
    notes.add(
      'pods',
      message('source.detail-too-many', {
        what: 'Pods',
        read: MAX_PODS,
        total: pods.length,
      }),
    );
  }
  return pods.slice(0, MAX_PODS);
}

/** Targets that no Pod was found for: they may be Nodes. */
function targetsBeyond(
  targetIds: readonly string[],
  pods: readonly WorkloadPod[],
): Set<string> {
  const addresses = new Set(pods.map(({ ip }) => ip));
  return new Set(targetIds.filter(id => !addresses.has(id)));
}

async function readNodes(options: {
  client: ClusterClient;
  notes: Notes;
  targetIds: ReadonlySet<string>;
}): Promise<WorkloadNode[]> {
  const { client, notes, targetIds } = options;
  if (targetIds.size === 0) {
    return [];
  }
  const outcome = await readList({
    client,
    path: '/api/v1/nodes',
    resource: 'nodes',
    schema: nodeSchema,
    keep: item => {
      const { instanceId = '', addresses } = item.node;
      return targetIds.has(instanceId) ||
        addresses.some(address => targetIds.has(address))
        ? item
        : undefined;
    },
  });
  return notes.take('nodes', outcome).map(({ node }) => node);
}
