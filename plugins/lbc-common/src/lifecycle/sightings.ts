import { Sighting, SubjectMemory } from '../inventory/unit';
import { WithoutRows } from './orphan/rows';

/**
 * When AWS had shown the load balancer before a cluster's sweep began: the
 * Kubernetes reading of a sighting is the newer one (DESIGN §5).
 */
function scopeReadBefore(
  memory: SubjectMemory,
  clusterSweep: string,
): string | undefined {
  const { lastAt, previousAt } = memory.scopeReads ?? {};
  return [lastAt, previousAt].find(
    at => at !== undefined && at <= clusterSweep,
  );
}

/** Notes that AWS' own list showed the load balancer. */
export function noteScopeRead(
  memory: SubjectMemory,
  readAt: string | undefined,
): void {
  const reads = memory.scopeReads;
  if (readAt === undefined || readAt === reads?.lastAt) {
    return;
  }
  memory.scopeReads = {
    lastAt: readAt,
    ...(reads && { previousAt: reads.lastAt }),
  };
}

/**
 * Notes that a condition holds in this cluster sweep, or forgets it where it
 * does not. Changes the memory that it is given.
 */
export function sight(options: {
  memory: SubjectMemory;
  name: string;
  holds: boolean;
  clusterSweep: string | undefined;
  without?: WithoutRows;
}): Sighting | undefined {
  const { memory, name, holds, clusterSweep, without } = options;
  if (!holds) {
    delete memory.sightings[name];
    return undefined;
  }
  const known = memory.sightings[name];
  if (
    clusterSweep === undefined ||
    clusterSweep <= (known?.lastClusterSweep ?? '')
  ) {
    return known;
  }
  const scopeRead = without?.has('kubernetes-newer')
    ? memory.scopeReads?.lastAt
    : scopeReadBefore(memory, clusterSweep);
  if (scopeRead === undefined) {
    return known;
  }
  const sighting: Sighting = known
    ? { ...known, lastClusterSweep: clusterSweep, lastScopeRead: scopeRead }
    : {
        firstClusterSweep: clusterSweep,
        firstScopeRead: scopeRead,
        lastClusterSweep: clusterSweep,
        lastScopeRead: scopeRead,
      };
  memory.sightings[name] = sighting;
  return sighting;
}

/** Whether a condition was seen twice, in distinct sweeps of both sides, a wait apart. */
export function seenTwice(
  sighting: Sighting | undefined,
  waitSeconds: number,
  without?: WithoutRows,
): boolean {
  return (
    sighting !== undefined &&
    sighting.lastClusterSweep > sighting.firstClusterSweep &&
    (sighting.lastScopeRead > sighting.firstScopeRead ||
      without?.has('two-scope-sweeps') === true) &&
    (Date.parse(sighting.lastClusterSweep) -
      Date.parse(sighting.firstClusterSweep) >=
      waitSeconds * 1000 ||
      without?.has('grace-period') === true)
  );
}

/** When the wait of a sighting is over. */
export function waitEnds(
  sighting: Sighting | undefined,
  waitSeconds: number,
): string | undefined {
  return sighting
    ? new Date(
        Date.parse(sighting.firstClusterSweep) + waitSeconds * 1000,
      ).toISOString()
    : undefined;
}
