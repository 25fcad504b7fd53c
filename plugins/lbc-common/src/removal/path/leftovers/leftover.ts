import { isOperand } from '../../../inventory/shellQuote';
import { unmet } from '../steps';
import { RemovalGate, RemovalLeftover } from '../types';

/**
 * One thing that stays; while the controller may not go, or somebody else uses
 * it, no command is shown.
 */
export function leftover(
  gates: readonly RemovalGate[],
  given: Pick<RemovalLeftover, 'kind' | 'id' | 'status' | 'because'> &
    Partial<Pick<RemovalLeftover, 'blockers' | 'checks' | 'commands'>>,
): RemovalLeftover {
  const { blockers = [], checks = [], commands = [], ...rest } = given;
  const waitsFor =
    given.status === 'gone'
      ? []
      : unmet(
          gates,
          gates.map(({ id }) => id),
        );
  return {
    ...rest,
    blockers,
    waitsFor,
    checks,
    commands:
      waitsFor.length > 0 || blockers.length > 0 || !isOperand(given.id)
        ? []
        : commands,
  };
}
