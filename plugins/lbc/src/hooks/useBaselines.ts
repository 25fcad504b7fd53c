import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { BaselineInfo } from '@lbc-backstage/plugin-lbc-common';
import { lbcApiRef } from '../api';
import { useLoad } from './useLoad';
import type { Loaded } from './useLoad';

const WHILE_READING_MS = 1_500;
const ELSE_MS = 60_000;

/** How far the asking for a baseline is; its reading is told by the list. */
export interface Taking {
  busy: boolean;
  error?: Error;
}

/** The baselines of a cluster, looked at often while one is being read. */
export function useBaselines(cluster: string): {
  list: Loaded<BaselineInfo[]>;
  taking: Taking;
  take(name: string): void;
} {
  const api = useApi(lbcApiRef);
  const [reading, setReading] = useState(false);
  const [taking, setTaking] = useState<Taking>({ busy: false });
  const list = useLoad(
    cluster,
    async signal => (await api.getBaselines({ cluster, signal })).items,
    { everyMs: reading ? WHILE_READING_MS : ELSE_MS },
  );
  const { value, reload } = list;

  useEffect(
    () => setReading(value?.some(each => each.status === 'reading') ?? false),
    [value],
  );

  const controller = useRef<AbortController>();
  useEffect(() => {
    setTaking({ busy: false });
    return () => controller.current?.abort();
  }, [cluster]);

  const take = useCallback(
    (name: string) => {
      controller.current?.abort();
      const own = new AbortController();
      controller.current = own;
      setTaking({ busy: true });
      api
        .takeBaseline({ cluster, name, signal: own.signal })
        .then(() => {
          if (!own.signal.aborted) {
            setTaking({ busy: false });
            reload();
          }
        })
        .catch(error => {
          if (!own.signal.aborted) {
            setTaking({
              busy: false,
              error: error instanceof Error ? error : new Error(String(error)),
            });
          }
        });
    },
    [api, cluster, reload],
  );

  return { list, taking, take };
}
