import { isReconcileFailure } from '../inventory/owners/events';

/** Something that was reported of an owner, as often as it came. @public */
export interface OwnerReport {
  /** `Normal` or `Warning`. */
  type?: string;
  reason?: string;
  message?: string;
  /** ISO 8601. */
  firstAt: string;
  lastAt: string;
  count: number;
}

/** What became of an owner's last change. @public */
export interface Convergence {
  /**
   * `applied`: a success was seen after it; `failing`: only failures were;
   * `waiting`: nothing was, though somebody looked; else `unknown`.
   */
  state: 'applied' | 'failing' | 'waiting' | 'unknown';
  specChangedAt?: string;
  /** The first success after it. */
  appliedAt?: string;
  lagSeconds?: number;
  /** It was applied by then, maybe earlier: the Event is one of several, folded. */
  atMost?: boolean;
  /** Failures between the change and the success, or until now. */
  failures: number;
  lastFailure?: { reason: string; at: string };
}

/** Events live an hour; so long after it happened something is seen for sure. */
const SURELY_SEEN_MS = 50 * 60_000;

const ms = (time: string) => Date.parse(time);

/** The first success after a change, as far as folded Events tell. */
function successAfter(
  reports: readonly OwnerReport[],
  change: string,
): { at: string; atMost: boolean } | undefined {
  return reports
    .filter(
      ({ reason, lastAt }) =>
        reason === 'SuccessfullyReconciled' && ms(lastAt) >= ms(change),
    )
    .map(({ firstAt, lastAt }) =>
      ms(firstAt) >= ms(change)
        ? { at: firstAt, atMost: false }
        : { at: lastAt, atMost: true },
    )
    .sort((a, b) => ms(a.at) - ms(b.at))[0];
}

function failuresBetween(
  reports: readonly OwnerReport[],
  from: string,
  to: string | undefined,
): Pick<Convergence, 'failures' | 'lastFailure'> {
  const failures = reports
    .filter(
      report =>
        isReconcileFailure(report) &&
        ms(report.lastAt) >= ms(from) &&
        (to === undefined || ms(report.firstAt) <= ms(to)),
    )
    .sort((a, b) => ms(b.lastAt) - ms(a.lastAt));
  const [last] = failures;
  return {
    // Of one that began earlier it is not known how many came since.
    failures: failures.reduce(
      (sum, { firstAt, count }) => sum + (ms(firstAt) >= ms(from) ? count : 1),
      0,
    ),
    ...(last && {
      lastFailure: { reason: last.reason ?? '', at: last.lastAt },
    }),
  };
}

/**
 * Whether an owner's last change reached AWS, by what its controller reported.
 * That nothing was reported says something only where somebody looked.
 * @public
 */
export function convergenceOf(options: {
  specChangedAt?: string;
  reports: readonly OwnerReport[];
  /** Since when its Events were read without a break; absent: they are not. */
  watchedFrom?: string;
}): Convergence {
  const { specChangedAt, reports, watchedFrom } = options;
  if (specChangedAt === undefined) {
    return { state: 'unknown', failures: 0 };
  }
  const success = successAfter(reports, specChangedAt);
  const failed = failuresBetween(reports, specChangedAt, success?.at);
  if (success) {
    return {
      state: 'applied',
      specChangedAt,
      appliedAt: success.at,
      lagSeconds: (ms(success.at) - ms(specChangedAt)) / 1_000,
      ...(success.atMost && { atMost: true }),
      ...failed,
    };
  }
  const looked =
    watchedFrom !== undefined &&
    ms(specChangedAt) >= ms(watchedFrom) - SURELY_SEEN_MS;
  if (!looked) {
    return { state: 'unknown', specChangedAt, ...failed };
  }
  return {
    state: failed.failures > 0 ? 'failing' : 'waiting',
    specChangedAt,
    ...failed,
  };
}
