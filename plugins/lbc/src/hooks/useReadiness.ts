import {
  getCompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import type { ReadinessTarget } from '@lbc-backstage/plugin-lbc-common';
import { lbcApiRef } from '../api';
import type { EntityReadiness } from '../api';
import { useLoad } from './useLoad';
import type { Loaded } from './useLoad';

/** A GET reads the portal's own store, so looking again is cheap. */
const LOOK_AGAIN_MS = 60_000;

/**
 * The readiness of what serves an entity, for a target or the proposed one.
 * Another target keeps the answer to the last one until its own is there.
 */
export function useReadiness(
  entity: Entity,
  target: ReadinessTarget | undefined,
): Loaded<EntityReadiness> {
  const api = useApi(lbcApiRef);
  const entityRef = getCompoundEntityRef(entity);
  return useLoad(
    stringifyEntityRef(entityRef),
    signal => api.getEntityReadiness({ entityRef, target, signal }),
    {
      everyMs: LOOK_AGAIN_MS,
      dependsOn: target && `${target.kind} ${target.version}`,
    },
  );
}
