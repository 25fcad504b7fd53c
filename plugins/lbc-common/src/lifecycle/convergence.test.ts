import { convergenceOf, OwnerReport } from './convergence';

const at = (minute: number, second = 0) =>
  new Date(Date.UTC(2026, 10, 1, 12, minute, second)).toISOString();

const success = (firstAt: string, lastAt = firstAt): OwnerReport => ({
  type: 'Normal',
  reason: 'SuccessfullyReconciled',
  firstAt,
  lastAt,
  count: 1,
});

const failure = (
  firstAt: string,
  more: Partial<OwnerReport> = {},
): OwnerReport => ({
  type: 'Warning',
  reason: 'FailedDeployModel',
  message: 'no certificate found',
  firstAt,
  lastAt: firstAt,
  count: 1,
  ...more,
});

describe('convergenceOf', () => {
  it('measures from the change to the first success after it', () => {
    expect(
      convergenceOf({
        specChangedAt: at(3),
        reports: [success(at(0)), success(at(9)), success(at(3, 58))],
      }),
    ).toEqual({
      state: 'applied',
      specChangedAt: at(3),
      appliedAt: at(3, 58),
      lagSeconds: 58,
      failures: 0,
    });
  });

  it('says that it may have been earlier where Events were folded', () => {
    expect(
      convergenceOf({
        specChangedAt: at(3),
        reports: [success(at(0), at(8))],
      }),
    ).toMatchObject({ state: 'applied', lagSeconds: 300, atMost: true });
  });

  it('counts what failed in between', () => {
    expect(
      convergenceOf({
        specChangedAt: at(3),
        reports: [
          failure(at(4), { lastAt: at(6), count: 4 }),
          failure(at(1), { lastAt: at(5), count: 7 }),
          failure(at(12)),
          // The controller waits for AWS: no failure.
          failure(at(4), { message: 'requeue needed after 15s: monitor' }),
          success(at(10)),
        ],
      }),
    ).toMatchObject({
      failures: 5,
      lastFailure: { reason: 'FailedDeployModel', at: at(6) },
    });
  });

  it('is not applied yet where it fails, or where nothing came though somebody looked', () => {
    const watchedFrom = at(0);
    expect(
      convergenceOf({
        specChangedAt: at(3),
        reports: [failure(at(4))],
        watchedFrom,
      }).state,
    ).toBe('failing');
    expect(
      convergenceOf({ specChangedAt: at(3), reports: [], watchedFrom }).state,
    ).toBe('waiting');
  });

  it('is unknown where nobody looked', () => {
    const reports = [success(at(0))];
    expect(convergenceOf({ specChangedAt: at(3), reports }).state).toBe(
      'unknown',
    );
    expect(
      convergenceOf({ specChangedAt: at(3), reports, watchedFrom: at(54) })
        .state,
    ).toBe('unknown');
    expect(convergenceOf({ reports, watchedFrom: at(0) }).state).toBe(
      'unknown',
    );
    // Events of the last hour are still there.
    expect(
      convergenceOf({ specChangedAt: at(3), reports, watchedFrom: at(50) })
        .state,
    ).toBe('waiting');
  });
});
