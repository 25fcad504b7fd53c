import { useCallback, useEffect, useRef, useState } from 'react';

/** What is loaded, with the last good value kept while a new one is on its way. */
export interface Loaded<T> {
  value?: T;
  error?: Error;
  loading: boolean;
  reload(): void;
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/**
 * Loads a value for a key and again on `reload` or every `everyMs`. A reload
 * keeps the value it has, also when it fails; another key forgets it. A
 * request that nobody waits for any more is aborted.
 */
export function useLoad<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
  options: {
    everyMs?: number;
    /** Loads again, keeping the value, when this changes. */
    dependsOn?: string;
  } = {},
): Loaded<T> {
  const { everyMs, dependsOn } = options;
  const [state, setState] = useState<{
    key: string;
    value?: T;
    error?: Error;
    loading: boolean;
  }>({ key, loading: true });
  const [turn, setTurn] = useState(0);
  const latest = useRef(load);
  latest.current = load;

  useEffect(() => {
    const controller = new AbortController();
    const settle = (outcome: { value?: T; error?: Error }) => {
      if (!controller.signal.aborted) {
        setState(previous => ({
          key,
          value: previous.key === key ? previous.value : undefined,
          ...outcome,
          loading: false,
        }));
      }
    };
    setState(previous =>
      previous.key === key
        ? { ...previous, loading: true }
        : { key, loading: true },
    );
    latest
      .current(controller.signal)
      .then(value => settle({ value, error: undefined }))
      .catch(error => settle({ error: toError(error) }));
    return () => controller.abort();
  }, [key, turn, dependsOn]);

  const reload = useCallback(() => setTurn(previous => previous + 1), []);

  useEffect(() => {
    if (!everyMs) {
      return undefined;
    }
    const timer = setInterval(() => {
      if (document.visibilityState !== 'hidden') {
        reload();
      }
    }, everyMs);
    return () => clearInterval(timer);
  }, [everyMs, reload]);

  return state.key === key
    ? { value: state.value, error: state.error, loading: state.loading, reload }
    : { loading: true, reload };
}
