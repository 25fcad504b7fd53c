import type { ReleaseSummary } from '../types';

/** A release that nothing is wrong with. */
export function summary(
  version: string,
  rest: Partial<ReleaseSummary> = {},
): ReleaseSummary {
  return {
    version,
    date: '2026-01-01',
    charts: [],
    kubernetes: { min: '1.22', sureness: 'documented', source: 'a test' },
    lock: 'leases',
    crdsChanged: false,
    iamChanged: false,
    iamChangedVariants: [],
    knownIssues: [],
    ...rest,
  };
}
