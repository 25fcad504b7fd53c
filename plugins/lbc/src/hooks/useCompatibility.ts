import {
  getCompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import type { CompatibilityResponse } from '@lbc-backstage/plugin-lbc-common';
import { lbcApiRef } from '../api';
import { useLoad } from './useLoad';
import type { Loaded } from './useLoad';

/** A GET reads the portal's own store, so looking again is cheap. */
const LOOK_AGAIN_MS = 60_000;

/**
 * The compatibility of what serves an entity. Where it stands for a cluster,
 * the backend answers for all of that, as far as one may read it.
 */
export function useCompatibility(
  entity: Entity,
): Loaded<CompatibilityResponse> {
  const api = useApi(lbcApiRef);
  const entityRef = getCompoundEntityRef(entity);
  return useLoad(
    stringifyEntityRef(entityRef),
    signal => api.getEntityCompatibility({ entityRef, signal }),
    { everyMs: LOOK_AGAIN_MS },
  );
}
