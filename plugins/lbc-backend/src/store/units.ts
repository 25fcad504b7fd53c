/** A unit is what correlate judges at once (DESIGN §7). */
export type UnitKey =
  | { kind: 'cluster'; cluster: string }
  | { kind: 'unclaimed'; scopeId: string };

/** Id of the unit of a cluster. */
export const clusterUnitId = (cluster: string) => `cluster:${cluster}`;

/** Id of the unit of what no cluster holds in a scope (`account/region`). */
export const unclaimedUnitId = (scopeId: string) => `unclaimed:${scopeId}`;

/** Id of a cluster as a target. */
export const clusterTargetId = (cluster: string) => `cluster:${cluster}`;

/** Id of a scope as a target. */
export const scopeTargetId = (scopeId: string) => `scope:${scopeId}`;

/** Takes a unit's id apart. */
export function parseUnitId(id: string): UnitKey {
  const at = id.indexOf(':');
  const rest = id.slice(at + 1);
  return id.slice(0, at) === 'cluster'
    ? { kind: 'cluster', cluster: rest }
    : { kind: 'unclaimed', scopeId: rest };
}
