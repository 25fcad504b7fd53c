import { ClusterUnitInput, UnitResult } from './unit';

/** Joins a cluster with the scopes that hold its load balancers. @public */
export function correlateCluster(input: ClusterUnitInput): UnitResult {
  return {
    subjects: [],
    targetBindings: [],
    controllers: [],
    bindings: [],
    memory: input.memory,
    wantedIdentities: [],
  };
}
