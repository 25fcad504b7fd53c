import type { EventObject } from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import type { OwnerEventRow } from '../tables';

/** The most Events that are looked through, the newest first. */
const MOST_EVENTS = 20_000;

/** What was reported of a cluster's owners: kept for longer than the cluster does. */
export async function ownerReports(
  db: Knex,
  cluster: string,
): Promise<EventObject[]> {
  const rows: OwnerEventRow[] = await db<OwnerEventRow>('owner_event')
    .where({ cluster })
    .whereIn('kind', ['Ingress', 'Service', 'Gateway'])
    .where(telling =>
      telling
        .where({ reason: 'SuccessfullyReconciled' })
        .orWhere({ type: 'Warning' }),
    )
    .orderBy('last_at', 'desc')
    .limit(MOST_EVENTS);
  return rows.map(row => ({
    metadata: { name: row.uid, namespace: row.namespace, uid: row.uid },
    involvedObject: {
      kind: row.kind,
      namespace: row.namespace,
      name: row.name,
      ...(row.object_uid !== null && { uid: row.object_uid }),
    },
    ...(row.type !== null && { type: row.type }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.message !== null && { message: row.message }),
    firstTimestamp: row.first_at,
    lastTimestamp: row.last_at,
    count: row.count,
  }));
}
