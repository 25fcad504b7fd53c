import { useCallback, useState } from 'react';
import {
  getCompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import type { EntityLoadBalancersResponse } from '@lbc-backstage/plugin-lbc-common';
import { lbcApiRef } from '../api';
import { useLoad } from './useLoad';
import type { Loaded } from './useLoad';

const PAGE_SIZE = 50;
/** A GET reads the portal's own store, so looking again is cheap. */
const LOOK_AGAIN_MS = 60_000;

export interface EntityLoadBalancers
  extends Loaded<EntityLoadBalancersResponse> {
  /** Loads one page more; absent where there is none. */
  more?: () => void;
}

/** The load balancers of an entity, as many pages as were asked for. */
export function useEntityLoadBalancers(
  entity: Entity,
  options: { limit?: number } = {},
): EntityLoadBalancers {
  const api = useApi(lbcApiRef);
  const { limit = PAGE_SIZE } = options;
  const [pages, setPages] = useState(1);
  const entityRef = getCompoundEntityRef(entity);

  const loaded = useLoad(
    stringifyEntityRef(entityRef),
    async signal => {
      let response = await api.getEntityLoadBalancers({
        entityRef,
        limit,
        signal,
      });
      for (let page = 1; page < pages && response.nextCursor; page++) {
        const next = await api.getEntityLoadBalancers({
          entityRef,
          limit,
          cursor: response.nextCursor,
          signal,
        });
        response = {
          ...response,
          items: [...response.items, ...next.items],
          nextCursor: next.nextCursor,
        };
      }
      return response;
    },
    { everyMs: LOOK_AGAIN_MS },
  );

  const { reload, value } = loaded;
  const more = useCallback(() => {
    setPages(previous => previous + 1);
    reload();
  }, [reload]);
  return { ...loaded, ...(value?.nextCursor && { more }) };
}
