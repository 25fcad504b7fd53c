import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What the address has after its `?`, and how a page changes it. */
export interface SearchChange {
  search: URLSearchParams;
  /** The page's place stays, and going back skips what was only narrowed. */
  edit(change: (next: URLSearchParams) => void): void;
  /** Sets names to values; undefined takes one away. */
  set(values: Record<string, string | undefined>): void;
}

/** A tab's view lives in the address, so that a link reproduces it. */
export function useSearchChange(): SearchChange {
  const [search, setSearch] = useSearchParams();
  const edit = useCallback(
    (change: (next: URLSearchParams) => void) =>
      setSearch(
        previous => {
          const next = new URLSearchParams(previous);
          change(next);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch],
  );
  const set = useCallback(
    (values: Record<string, string | undefined>) =>
      edit(next =>
        Object.entries(values).forEach(([name, value]) =>
          value === undefined ? next.delete(name) : next.set(name, value),
        ),
      ),
    [edit],
  );
  return { search, edit, set };
}
