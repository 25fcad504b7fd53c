import type { CompatibilityStatus } from './types';

/** The worst first: what is missing outweighs what only needs watching. */
const ORDER: readonly CompatibilityStatus[] = [
  'fail',
  'unknown',
  'warn',
  'pass',
  'not-applicable',
];

/** The worst of statuses; of none, that nothing applies. */
export function worstOf(
  statuses: readonly CompatibilityStatus[],
): CompatibilityStatus {
  return ORDER.find(each => statuses.includes(each)) ?? 'not-applicable';
}

/** Orders what has a status, the worst first. */
export function byStatus(
  a: { status: CompatibilityStatus },
  b: { status: CompatibilityStatus },
): number {
  return ORDER.indexOf(a.status) - ORDER.indexOf(b.status);
}
