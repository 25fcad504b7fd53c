import {
  ClusterConfirmations,
  ClusterSnapshot,
  EMPTY_UNIT_MEMORY,
  EventObject,
  ScopeIndex,
  UnitMemory,
  UnitResult,
} from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import {
  atOneTime,
  readUnit,
  UnitQuery,
  UnitReading,
} from '../store/operations/readUnit';
import {
  loadStackDetails,
  StackDetails,
  unpackStackDetails,
} from '../store/operations/loadStackDetails';
import { unpack } from '../store/pack';
import {
  kindSnapshots,
  ScopeReading,
  SnapshotCache,
} from '../store/SnapshotCache';
import type { SnapshotRow } from '../store/tables';
import { clusterTargetId } from '../store/units';
import { SweepDeps, isoNow } from './context';
import { isDue } from './correlate';

type Kinds = ReadonlyMap<string, Promise<readonly unknown[]>>;

/** Items of what a unit reads; they are unpacked after the transaction. */
interface UnitItems {
  own: { rows: readonly SnapshotRow[]; kinds: Kinds };
  scopes: ScopeReading[];
  details: StackDetails;
}

/** A unit at one time of the database; without `items` nothing is to judge. */
export interface LoadedUnit {
  reading: UnitReading;
  items?: UnitItems;
}

/** Reads a unit, and the items where it is due, at one time of the database. */
export async function loadUnit(
  options: SweepDeps & {
    cache: SnapshotCache;
    query: UnitQuery;
  },
): Promise<LoadedUnit> {
  const { db, cache, query, clock, domain } = options;
  return atOneTime(db, async trx => {
    const reading = await readUnit(trx, query);
    const judge =
      reading.target !== undefined &&
      reading.rulesVersion <= domain.rulesVersion &&
      isDue({ reading, now: isoNow(clock), rulesVersion: domain.rulesVersion });
    return judge
      ? { reading, items: await loadItems(trx, { reading, cache }) }
      : { reading };
  });
}

async function loadItems(
  trx: Knex.Transaction,
  options: { reading: UnitReading; cache: SnapshotCache },
): Promise<UnitItems> {
  const { reading, cache } = options;
  const { key, snapshots } = reading;
  const ownCluster = key.kind === 'cluster' ? key.cluster : undefined;
  const rowsOf = (targetId: string) => snapshots.get(targetId) ?? [];
  const ownRows =
    ownCluster === undefined ? [] : rowsOf(clusterTargetId(ownCluster));
  const scopes: ScopeReading[] = [];
  for (const target of reading.scopes) {
    if (key.kind === 'cluster' || target.name === key.scopeId) {
      scopes.push(
        await cache.loadScope(trx, { target, rows: rowsOf(target.id) }),
      );
    }
  }
  return {
    own: { rows: ownRows, kinds: await cache.load(trx, ownRows) },
    scopes,
    details: await loadStackDetails(trx, reading.details),
  };
}

/** Asks the domain. */
export async function judgeUnit(options: {
  loaded: LoadedUnit;
  now: string;
  deps: SweepDeps & { cache: SnapshotCache };
}): Promise<UnitResult> {
  const { loaded, now, deps } = options;
  const { reading, items } = loaded;
  const { lifecycle, retiredClusters, infrastructureTags } = deps.settings;
  if (!items) {
    throw new Error(`Unit ${reading.id} was not loaded to be judged`);
  }
  const scopes: ScopeIndex[] = [];
  for (const scope of items.scopes) {
    scopes.push(await deps.cache.index(scope));
  }
  const memory = reading.unit?.memory
    ? await unpack<UnitMemory>(reading.unit.memory)
    : EMPTY_UNIT_MEMORY;
  const shared = {
    now,
    bindings: reading.bindings,
    elsewhere: reading.elsewhere,
    memory,
    settings: lifecycle,
  };
  if (reading.key.kind === 'cluster') {
    return deps.domain.correlateCluster({
      ...shared,
      cluster: {
        ...(await clusterSnapshot(reading, items)),
        ...placeOf(reading.key.cluster, deps),
      },
      scopes,
      identities: reading.identities,
      details: await unpackStackDetails(items.details),
      infrastructureTags,
      confirmations: confirmationsOf(reading.key.cluster, deps),
    });
  }
  return deps.domain.correlateUnclaimed({
    ...shared,
    scope: scopes[0],
    claimed: reading.claimed,
    retired: retiredClusters,
    infrastructureTags,
  });
}

/** The Events of a loaded unit's cluster. */
export async function eventsOf({
  items,
}: LoadedUnit): Promise<readonly EventObject[]> {
  // The sweep that wrote each kind had it typed.
  return ((await items?.own.kinds.get('events')) ??
    []) as readonly EventObject[];
}

/** What operators say of one cluster. */
function confirmationsOf(
  cluster: string,
  { settings: { confirmed } }: SweepDeps,
): ClusterConfirmations {
  return {
    goneNamespaces: confirmed.goneNamespaces.filter(
      each => each.cluster === cluster,
    ),
    losses: confirmed.losses.filter(each => each.cluster === cluster),
  };
}

/** What configuration says of where a cluster is. */
function placeOf(cluster: string, { settings }: SweepDeps) {
  const apiServer = settings.apiServers.get(cluster);
  const eks = settings.eksClusters.find(each => each.cluster === cluster);
  return {
    ...(apiServer !== undefined && { apiServer }),
    ...(eks && { eksArn: eks.arn }),
  };
}

async function clusterSnapshot(
  reading: UnitReading,
  items: UnitItems,
): Promise<ClusterSnapshot> {
  const { target } = reading;
  const kinds = await kindSnapshots(items.own.rows, items.own.kinds);
  // The API server's version is kept beside the kinds.
  delete kinds.version;
  return {
    cluster: target?.name ?? '',
    uid: target?.cluster_uid ?? undefined,
    version: target?.version ?? undefined,
    // The sweep that wrote each kind had it typed.
    kinds: kinds as ClusterSnapshot['kinds'],
  };
}
