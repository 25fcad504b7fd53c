import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { ComparisonReport } from '@lbc-backstage/plugin-lbc-common';
import { lbcApiRef } from '../api';
import { useLoad } from './useLoad';
import type { Loaded } from './useLoad';

const WHILE_READING_MS = 1_500;
/** Somebody else may have asked for another one. */
const ELSE_MS = 60_000;

/** The last comparison with a baseline, and a way to ask for another one. */
export interface ComparisonOf extends Loaded<ComparisonReport> {
  /** The stacks are being read for it: there is no verdict yet. */
  reading: boolean;
  /** Nobody has asked for one yet. */
  none: boolean;
  /** Between the asking and its answer. */
  asking: boolean;
  askError?: Error;
  ask(): void;
}

/**
 * A baseline against what was there when somebody last asked. Asking makes the
 * portal read the stacks anew; looking at the answer reads nothing.
 */
export function useComparison(id: string): ComparisonOf {
  const api = useApi(lbcApiRef);
  const [often, setOften] = useState(false);
  const [asked, setAsked] = useState<{ asking: boolean; error?: Error }>({
    asking: false,
  });
  const loaded = useLoad(id, signal => api.getComparison({ id, signal }), {
    everyMs: often ? WHILE_READING_MS : ELSE_MS,
  });
  const { value, reload } = loaded;
  const reading = value?.because.code === 'verification.awaited.comparison';
  useEffect(() => setOften(reading), [reading]);

  const controller = useRef<AbortController>();
  useEffect(() => () => controller.current?.abort(), [id]);

  const ask = useCallback(() => {
    controller.current?.abort();
    const own = new AbortController();
    controller.current = own;
    setAsked({ asking: true });
    api
      .requestComparison({ id, signal: own.signal })
      .then(() => {
        if (!own.signal.aborted) {
          setAsked({ asking: false });
          reload();
        }
      })
      .catch(error => {
        if (!own.signal.aborted) {
          setAsked({
            asking: false,
            error: error instanceof Error ? error : new Error(String(error)),
          });
        }
      });
  }, [api, id, reload]);

  return {
    ...loaded,
    reading,
    none: value?.because.code === 'verification.note.no-comparison',
    asking: asked.asking,
    askError: asked.error,
    ask,
  };
}
