import type { EventObject, UnitResult } from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { orNull } from '../json';
import { chunks } from '../sql';
import type { OwnerEventRow } from '../tables';

type NewRow = Omit<OwnerEventRow, 'seq'>;

/** `<kind>/<namespace>/<name>` of what a unit's Events are kept of. */
function concerned({ subjects, targetBindings }: UnitResult): Set<string> {
  return new Set([
    ...subjects.flatMap(({ owners }) =>
      owners.map(({ kind, namespace, name }) => `${kind}/${namespace}/${name}`),
    ),
    ...targetBindings.map(
      ({ namespace, name }) => `TargetGroupBinding/${namespace}/${name}`,
    ),
  ]);
}

function rowOf(cluster: string, event: EventObject): NewRow | undefined {
  const { involvedObject, metadata } = event;
  const lastAt = event.lastTimestamp ?? event.eventTime ?? event.firstTimestamp;
  const last = Date.parse(lastAt ?? '');
  if (Number.isNaN(last)) {
    return undefined;
  }
  const first = Date.parse(event.firstTimestamp ?? event.eventTime ?? '');
  return {
    cluster,
    // One that has no UID has a name of its own as long as it lives.
    uid: metadata.uid || `${metadata.namespace}/${metadata.name}`,
    kind: involvedObject.kind,
    namespace: involvedObject.namespace ?? '',
    name: involvedObject.name,
    object_uid: orNull(involvedObject.uid),
    type: orNull(event.type),
    reason: orNull(event.reason),
    message: orNull(event.message),
    source: orNull(event.source),
    // Texts are compared, so they have one form.
    first_at: new Date(Number.isNaN(first) ? last : first).toISOString(),
    last_at: new Date(last).toISOString(),
    count: event.count ?? 1,
  };
}

/**
 * Keeps the Events of a unit's owners and target bindings: the cluster forgets
 * them. One that was repeated moves on; what is the same is not touched.
 */
export async function writeOwnerEvents(
  trx: Knex.Transaction,
  options: {
    cluster: string;
    events: readonly EventObject[];
    result: UnitResult;
  },
): Promise<void> {
  const { cluster, events, result } = options;
  const keys = concerned(result);
  const rows = new Map<string, NewRow>();
  for (const event of events) {
    const row = rowOf(cluster, event);
    if (row && keys.has(`${row.kind}/${row.namespace}/${row.name}`)) {
      rows.set(row.uid, row);
    }
  }
  for (const some of chunks([...rows.values()], 50)) {
    const known = new Map(
      (
        await trx<OwnerEventRow>('owner_event')
          .where({ cluster })
          .whereIn(
            'uid',
            some.map(({ uid }) => uid),
          )
      ).map(row => [row.uid, row]),
    );
    const news = some.filter(row => {
      const old = known.get(row.uid);
      return (
        !old ||
        row.last_at > old.last_at ||
        (row.last_at === old.last_at && row.count > old.count)
      );
    });
    if (news.length > 0) {
      await trx<OwnerEventRow>('owner_event')
        .insert(news)
        .onConflict(['cluster', 'uid'])
        .merge(['type', 'reason', 'message', 'last_at', 'count']);
    }
  }
}
