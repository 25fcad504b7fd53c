import { isRecord } from '../../../compatibility/values';
import type { ReadinessValues } from '../../input';

/** A value by its dotted path; undefined where it is not set. */
export function valueAt(
  given: ReadinessValues | undefined,
  path: string,
): unknown {
  let at: unknown = given?.values;
  for (const name of path.split('.')) {
    at = isRecord(at) ? at[name] : undefined;
  }
  return at;
}

/** How a value is shown in a sentence. */
export function textOfValue(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value) ?? '';
}
