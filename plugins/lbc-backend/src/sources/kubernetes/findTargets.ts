import { isIP } from 'net';
import { Coverage, TargetIdentities } from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import { ClusterClient } from './client';
import { ListOutcome, combine, readList } from './lists';
import { readClusterUid } from './readClusterUid';

const MAX_TARGETS = 100;
const IN_PARALLEL = 4;

type Found = TargetIdentities['found'];

const identity = z.object({ name: z.string(), uid: z.string() });

const podSchema = z.object({
  metadata: identity.extend({ namespace: z.string() }),
  status: z.object({ phase: z.string().optional() }).optional(),
});

const nodeSchema = z.object({
  metadata: identity,
  spec: z.object({ providerID: z.string().optional() }).optional(),
  status: z
    .object({
      addresses: z
        .array(z.object({ type: z.string(), address: z.string() }))
        .optional(),
    })
    .optional(),
});

/**
 * Looks for the Pods and Nodes that targets are, and says of which cluster:
 * "healthy, and one of this cluster's own Pods" is a line of the orphan proof,
 * so that a Pod of another cluster under the same name would take from a load
 * balancer what protects it.
 */
export async function findTargets(options: {
  client: ClusterClient;
  targetIds: readonly string[];
}): Promise<Omit<TargetIdentities, 'observedAt'>> {
  const { client } = options;
  const before = await readClusterUid(client);
  const looked = await lookFor(options);
  const after = before === undefined ? undefined : await readClusterUid(client);
  if (before !== after) {
    return { coverage: 'failed', found: {} };
  }
  return { ...looked, ...(before !== undefined && { clusterUid: before }) };
}

async function lookFor(options: {
  client: ClusterClient;
  targetIds: readonly string[];
}): Promise<{ coverage: Coverage; found: Found }> {
  const { client } = options;
  const targetIds = [...new Set(options.targetIds)];
  const asked = targetIds.slice(0, MAX_TARGETS);
  const addresses = asked.filter(id => isIP(id) > 0);
  const instances = asked.filter(id => /^i-[0-9a-f]+$/.test(id));
  const found: Found = {};
  const outcomes: Array<ListOutcome<{ metadata: { uid: string } }>> = [
    await findPods({ client, addresses, found }),
  ];
  const nodeAddresses = addresses.filter(address => !found[address]);
  if (instances.length + nodeAddresses.length > 0) {
    outcomes.push(
      await findNodes({ client, instances, addresses: nodeAddresses, found }),
    );
  }
  const { coverage } = combine('pods', outcomes);
  const cutOff = targetIds.length > asked.length;
  return {
    coverage: cutOff && coverage === 'complete' ? 'partial' : coverage,
    found,
  };
}

async function findPods(options: {
  client: ClusterClient;
  addresses: readonly string[];
  found: Found;
}): Promise<ListOutcome<z.infer<typeof podSchema>>> {
  const { client, addresses, found } = options;
  const outcomes: Array<ListOutcome<z.infer<typeof podSchema>>> = [];
  for (let start = 0; start < addresses.length; start += IN_PARALLEL) {
    const some = addresses.slice(start, start + IN_PARALLEL);
    const lists = await Promise.all(
      some.map(address =>
        readList({
          client,
          path: '/api/v1/pods',
          resource: 'pods',
          query: { fieldSelector: `status.podIP=${address}` },
          schema: podSchema,
          // A Pod that has ended keeps its address, and somebody else has it too.
          keep: pod =>
            ['Succeeded', 'Failed'].includes(pod.status?.phase ?? '')
              ? undefined
              : pod,
        }),
      ),
    );
    for (const [index, list] of lists.entries()) {
      const [pod] = list.items;
      if (pod) {
        const { namespace, name } = pod.metadata;
        found[some[index]] = { kind: 'Pod', namespace, name };
      }
    }
    outcomes.push(...lists);
    if (lists.some(({ coverage }) => coverage === 'denied')) {
      break;
    }
  }
  return combine('pods', outcomes);
}

async function findNodes(options: {
  client: ClusterClient;
  instances: readonly string[];
  addresses: readonly string[];
  found: Found;
}): Promise<ListOutcome<z.infer<typeof nodeSchema>>> {
  const { client, found } = options;
  const instances = new Set(options.instances);
  const addresses = new Set(options.addresses);
  return readList({
    client,
    path: '/api/v1/nodes',
    resource: 'nodes',
    schema: nodeSchema,
    keep: ({ metadata, spec, status }) => {
      const identified = { kind: 'Node', name: metadata.name } as const;
      const instance = spec?.providerID?.split('/').at(-1) ?? '';
      if (instances.has(instance)) {
        found[instance] = identified;
      }
      for (const { type, address } of status?.addresses ?? []) {
        if (type === 'InternalIP' && addresses.has(address)) {
          found[address] = identified;
        }
      }
      return undefined;
    },
  });
}
