import { UnclaimedUnitInput, UnitResult } from './unit';

/** Judges what no cluster's unit holds. @public */
export function correlateUnclaimed(input: UnclaimedUnitInput): UnitResult {
  return {
    subjects: [],
    targetBindings: [],
    controllers: [],
    bindings: [],
    memory: input.memory,
    wantedIdentities: [],
  };
}
