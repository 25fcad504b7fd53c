import { useCallback, useEffect, useRef, useState } from 'react';
import {
  getCompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import type { RefreshStatus } from '@lbc-backstage/plugin-lbc-common';
import { lbcApiRef } from '../api';

const POLL_MS = 1_500;
const PATIENCE_MS = 5 * 60_000;

export interface Refresh {
  status?: RefreshStatus;
  error?: Error;
  /** Between the click and the last target's end. */
  busy: boolean;
  start(): void;
}

function isUnderWay(status: RefreshStatus): boolean {
  return status.state === 'queued' || status.state === 'running';
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/**
 * Asks for a refresh, follows it to its end and then calls `onDone`. It gives
 * up following after five minutes; the sweeps themselves go on.
 */
export function useRefresh(entity: Entity, onDone: () => void): Refresh {
  const api = useApi(lbcApiRef);
  const ref = stringifyEntityRef(entity);
  const [state, setState] = useState<{
    status?: RefreshStatus;
    error?: Error;
    busy: boolean;
  }>({ busy: false });
  const controller = useRef<AbortController>();
  const done = useRef(onDone);
  done.current = onDone;

  useEffect(() => {
    setState({ busy: false });
    return () => controller.current?.abort();
  }, [ref]);

  const start = useCallback(() => {
    controller.current?.abort();
    const own = new AbortController();
    controller.current = own;
    const { signal } = own;
    const entityRef = getCompoundEntityRef(entity);
    const follow = async () => {
      const until = Date.now() + PATIENCE_MS;
      let status = await api.requestRefresh({ entityRef, signal });
      while (isUnderWay(status) && Date.now() < until) {
        setState({ status, busy: true });
        await pause(POLL_MS, signal);
        if (signal.aborted) {
          return;
        }
        status = await api.getRefresh({ entityRef, signal });
      }
      setState({ status, busy: false });
      done.current();
    };
    setState(previous => ({ status: previous.status, busy: true }));
    follow().catch(error => {
      if (!signal.aborted) {
        setState({
          error: error instanceof Error ? error : new Error(String(error)),
          busy: false,
        });
      }
    });
  }, [api, entity]);

  return { ...state, start };
}
