import { useMemo } from 'react';
import { useSearchChange } from './useSearchChange';

const FILTERS = ['state', 'cluster', 'kind'] as const;

/** What the list can be narrowed by. */
export type FilterName = (typeof FILTERS)[number];

/** Values that the list is narrowed to; absent: everything. */
export type FilterValues = Partial<Record<FilterName, string>>;

export interface ViewState {
  filters: FilterValues;
  /** The opened subject; `''` where the reader closed the only one. */
  subject?: string;
  setFilter(name: FilterName, value: string | undefined): void;
  clearFilters(): void;
  open(subject: string | undefined): void;
}

/** The view lives in the address, so that a link reproduces it. */
export function useViewState(): ViewState {
  const { search, set: change } = useSearchChange();

  return useMemo(
    () => ({
      filters: Object.fromEntries(
        FILTERS.flatMap(name => {
          const value = search.get(name);
          return value ? [[name, value]] : [];
        }),
      ),
      subject: search.get('subject') ?? undefined,
      setFilter: (name, value) => change({ [name]: value }),
      clearFilters: () =>
        change(Object.fromEntries(FILTERS.map(name => [name, undefined]))),
      open: subject => change({ subject }),
    }),
    [search, change],
  );
}
