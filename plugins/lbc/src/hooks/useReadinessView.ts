import { useMemo } from 'react';
import type { ReadinessTarget } from '@lbc-backstage/plugin-lbc-common';
import { useSearchChange } from './useSearchChange';

/** What the reader chose to see; the address has it, so that a link has it. */
export interface ReadinessView {
  /** Absent: the proposed one. */
  target?: ReadinessTarget;
  setTarget(target: ReadinessTarget | undefined): void;
  /** The cluster that is shown, where there are several. */
  cluster?: string;
  setCluster(cluster: string): void;
  /** The baseline that is compared. */
  baseline?: string;
  setBaseline(id: string | undefined): void;
}

/** The view lives in the address, as that of the other tabs does. */
export function useReadinessView(): ReadinessView {
  const { search, set: change } = useSearchChange();

  return useMemo(() => {
    const release = search.get('target');
    const kubernetes = search.get('kubernetes');
    const target = (): ReadinessTarget | undefined => {
      if (release) {
        return { kind: 'controller', version: release };
      }
      return kubernetes
        ? { kind: 'kubernetes', version: kubernetes }
        : undefined;
    };
    return {
      target: target(),
      setTarget: chosen =>
        change({
          target: chosen?.kind === 'controller' ? chosen.version : undefined,
          kubernetes:
            chosen?.kind === 'kubernetes' ? chosen.version : undefined,
        }),
      cluster: search.get('cluster') ?? undefined,
      setCluster: cluster => change({ cluster, baseline: undefined }),
      baseline: search.get('baseline') ?? undefined,
      setBaseline: baseline => change({ baseline }),
    };
  }, [search, change]);
}
