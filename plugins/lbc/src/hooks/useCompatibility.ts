import {
  getCompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CompoundEntityRef, Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { lbcApiRef } from '../api';
import type { LbcApi } from '../api';
import { clusterOf } from '../availability';
import type { Report } from '../components/compatibility/types';
import { useLoad } from './useLoad';
import type { Loaded } from './useLoad';

interface CompatibilityApi {
  getEntityCompatibility(options: {
    entityRef: CompoundEntityRef;
    signal?: AbortSignal;
  }): Promise<Report>;
  getClusterCompatibility(options: {
    cluster: string;
    signal?: AbortSignal;
  }): Promise<Report>;
}

/** A GET reads the portal's own store, so looking again is cheap. */
const LOOK_AGAIN_MS = 60_000;

/** The compatibility of what serves an entity; of a whole cluster, where it stands for one. */
export function useCompatibility(entity: Entity): Loaded<Report> {
  const api: LbcApi & Partial<CompatibilityApi> = useApi(lbcApiRef);
  const entityRef = getCompoundEntityRef(entity);
  const cluster = clusterOf(entity);
  return useLoad<Report>(
    stringifyEntityRef(entityRef),
    async signal => {
      const report = await (cluster
        ? api.getClusterCompatibility?.({ cluster, signal })
        : api.getEntityCompatibility?.({ entityRef, signal }));
      if (!report) {
        throw new Error('This backend does not judge compatibility.');
      }
      return report;
    },
    { everyMs: LOOK_AGAIN_MS },
  );
}
