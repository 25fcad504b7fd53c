import { useMemo } from 'react';
import { useSearchChange } from './useSearchChange';

const SEPARATOR = '~';

/** What the reader chose to see; the address has it, so that a link has it. */
export interface CompatibilityView {
  /** The opened axis of a controller; `''`: closed; `undefined`: not chosen. */
  axisOf(controller: string): string | undefined;
  openAxis(controller: string, axis: string): void;
  /** The status that features in use are narrowed to. */
  features?: string;
  setFeatures(status: string | undefined): void;
  /** Whether features in use have a line for each object. */
  byObject: boolean;
  setByObject(byObject: boolean): void;
}

/** The view lives in the address, as that of the first tab does. */
export function useCompatibilityView(): CompatibilityView {
  const { search, edit, set } = useSearchChange();

  return useMemo(() => {
    const own = (controller: string) => `${controller}${SEPARATOR}`;
    return {
      axisOf: controller =>
        search
          .getAll('axis')
          .find(value => value.startsWith(own(controller)))
          ?.slice(own(controller).length),
      openAxis: (controller, axis) =>
        edit(next => {
          const others = next
            .getAll('axis')
            .filter(value => !value.startsWith(own(controller)));
          next.delete('axis');
          [...others, `${own(controller)}${axis}`].forEach(value =>
            next.append('axis', value),
          );
        }),
      features: search.get('uses') ?? undefined,
      setFeatures: status => set({ uses: status }),
      byObject: search.get('by') === 'object',
      setByObject: byObject => set({ by: byObject ? 'object' : undefined }),
    };
  }, [search, edit, set]);
}
