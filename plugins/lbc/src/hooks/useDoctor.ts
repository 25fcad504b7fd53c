import { useCallback, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { DoctorResponse } from '@lbc-backstage/plugin-lbc-common';
import { lbcApiRef } from '../api';
import { Loaded, useLoad } from './useLoad';

/** A GET reads the portal's own store, so looking again is cheap. */
const LOOK_AGAIN_MS = 60_000;
/** Clusters and accounts of a page. */
const PAGE = 25;

/** The diagnosis, with as many pages of clusters and accounts as were asked for. */
export function useDoctor(): Loaded<DoctorResponse> & { more: () => void } {
  const api = useApi(lbcApiRef);
  const [pages, setPages] = useState(1);
  const more = useCallback(() => setPages(before => before + 1), []);
  const loaded = useLoad(
    'doctor',
    async signal => {
      let answer = await api.getDoctor({ limit: PAGE, signal });
      for (let page = 1; page < pages && answer.nextCursor; page++) {
        const next = await api.getDoctor({
          limit: PAGE,
          cursor: answer.nextCursor,
          signal,
        });
        answer = { ...next, items: [...answer.items, ...next.items] };
      }
      return answer;
    },
    { everyMs: LOOK_AGAIN_MS, dependsOn: String(pages) },
  );
  return { ...loaded, more };
}
