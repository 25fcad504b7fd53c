import { z } from 'zod';
import { ClusterClient } from './client';
import { readList } from './lists';

const KUBE_SYSTEM = 'kube-system';

const namespaceSchema = z.object({
  metadata: z.object({ name: z.string(), uid: z.string() }),
});

/**
 * The UID of `kube-system`: what tells clusters apart that one name of the
 * portal leads to. `undefined` where it is not shown. A list of one, because
 * whoever may list namespaces may not always get one.
 */
export async function readClusterUid(
  client: ClusterClient,
): Promise<string | undefined> {
  const { items } = await readList({
    client,
    path: '/api/v1/namespaces',
    resource: 'namespaces',
    query: { fieldSelector: `metadata.name=${KUBE_SYSTEM}` },
    schema: namespaceSchema,
  });
  return [...items].find(({ metadata }) => metadata.name === KUBE_SYSTEM)
    ?.metadata.uid;
}
