import { useCallback, useEffect, useRef, useState } from 'react';

const POLL_MS = 1_500;
const PATIENCE_MS = 5 * 60_000;

/** Something that was asked for and that the backend is busy with. */
export interface Followed<S> {
  status?: S;
  error?: Error;
  /** Between the click and the end. */
  busy: boolean;
  start(): void;
}

/** What is asked for, and how. */
export interface FollowOptions<S> {
  /** Another one forgets what was asked before. */
  key: string;
  ask(signal: AbortSignal): Promise<S>;
  look(signal: AbortSignal): Promise<S>;
  onDone(): void;
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
 * Asks for something, follows it to its end and then calls `onDone`. It gives
 * up following after five minutes; the work itself goes on.
 */
export function useFollowed<S extends { state: string }>(
  options: FollowOptions<S>,
): Followed<S> {
  const { key } = options;
  const [state, setState] = useState<{
    status?: S;
    error?: Error;
    busy: boolean;
  }>({ busy: false });
  const controller = useRef<AbortController>();
  const latest = useRef(options);
  latest.current = options;

  useEffect(() => {
    setState({ busy: false });
    return () => controller.current?.abort();
  }, [key]);

  const start = useCallback(() => {
    controller.current?.abort();
    const own = new AbortController();
    controller.current = own;
    const { signal } = own;
    const follow = async () => {
      const until = Date.now() + PATIENCE_MS;
      let status = await latest.current.ask(signal);
      while (
        (status.state === 'queued' || status.state === 'running') &&
        Date.now() < until
      ) {
        setState({ status, busy: true });
        await pause(POLL_MS, signal);
        if (signal.aborted) {
          return;
        }
        status = await latest.current.look(signal);
      }
      setState({ status, busy: false });
      latest.current.onDone();
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
  }, []);

  return { ...state, start };
}
