import type { AxisInput } from './input';

/** Whether a gate is on; undefined where it can't be told. */
export function isGateOn(
  { running, release }: AxisInput,
  ...names: string[]
): boolean | undefined {
  const { gates } = running;
  if (!gates || !release) {
    return undefined;
  }
  return names.some(name => gates[name] === true);
}
