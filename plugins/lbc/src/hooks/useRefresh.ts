import {
  getCompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import type { RefreshStatus } from '@lbc-backstage/plugin-lbc-common';
import { lbcApiRef } from '../api';
import { Followed, useFollowed } from './useFollowed';

export type Refresh = Followed<RefreshStatus>;

/** Asks for a refresh of an entity and follows it to its end. */
export function useRefresh(entity: Entity, onDone: () => void): Refresh {
  const api = useApi(lbcApiRef);
  const entityRef = getCompoundEntityRef(entity);
  return useFollowed({
    key: stringifyEntityRef(entity),
    ask: signal => api.requestRefresh({ entityRef, signal }),
    look: signal => api.getRefresh({ entityRef, signal }),
    onDone,
  });
}
