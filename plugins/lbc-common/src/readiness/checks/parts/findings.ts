import type { ReadinessInput } from '../../input';
import { firstOf } from './results';
import { nameOfSubject } from './subjects';

/** Subjects that show a known pattern of failure. */
export function withFinding(
  { subjects }: ReadinessInput,
  code: string,
): { length: number; params: { count: number; stacks: string[] } } {
  const found = subjects.items
    .filter(({ findings }) => findings.some(each => each.code === code))
    .map(nameOfSubject);
  return {
    length: found.length,
    params: { count: found.length, stacks: firstOf(found) },
  };
}
