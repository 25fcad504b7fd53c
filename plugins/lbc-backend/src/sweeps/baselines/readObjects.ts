import {
  BaselineCluster,
  baselineClusterOf,
  BaselineObjects,
} from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { ownerReports } from '../../store/baselines/ownerReports';
import { DatabaseSnapshotReader } from '../../store/read/DatabaseSnapshotReader';

/** The Kubernetes side of a cluster's baselines. */
export interface ClusterSide {
  objects: BaselineObjects;
  cluster: BaselineCluster;
  uid?: string;
}

/** Reads a cluster's snapshot, with what was reported of its owners; nothing is called. */
export async function readClusterSide(
  db: Knex,
  cluster: string,
): Promise<ClusterSide | undefined> {
  const reader = DatabaseSnapshotReader.create({ db });
  const read = await reader.readCluster(cluster);
  const observedAt =
    read?.snapshot.kinds.deployments?.observedAt ??
    read?.snapshot.kinds.namespaces?.observedAt;
  if (!read || observedAt === undefined) {
    return undefined;
  }
  const snapshot = {
    ...read.snapshot,
    kinds: {
      ...read.snapshot.kinds,
      events: {
        coverage: 'complete' as const,
        attemptedAt: observedAt,
        observedAt,
        items: await ownerReports(db, cluster),
      },
    },
  };
  return {
    objects: BaselineObjects.create(snapshot),
    cluster: baselineClusterOf(snapshot, observedAt),
    ...(snapshot.uid !== undefined && { uid: snapshot.uid }),
  };
}
