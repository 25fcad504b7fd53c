import { message } from '@lbc-backstage/plugin-lbc-common';
import { ListOutcome, nothing } from './outcome';

/**
 * One kind's outcome from several lists. One that failed fails the kind, so
 * that the last good reading stays whole; one that is denied while others are
 * not makes it partial.
 */
export function combine<T extends { metadata: { uid: string } }>(
  resource: string,
  outcomes: ReadonlyArray<ListOutcome<T>>,
): ListOutcome<T> {
  const failed = outcomes.find(({ coverage }) => coverage === 'failed');
  if (failed) {
    return nothing('failed', failed.reason);
  }
  const denied = outcomes.filter(({ coverage }) => coverage === 'denied');
  if (denied.length > 0 && denied.length === outcomes.length) {
    return nothing('denied', denied[0].reason);
  }
  if (
    outcomes.length > 0 &&
    outcomes.every(({ coverage }) => coverage === 'absent')
  ) {
    return nothing('absent');
  }
  const partial = outcomes.find(({ coverage }) => coverage === 'partial');
  const detail = denied[0]?.reason?.params?.detail;
  const reason =
    partial?.reason ??
    (denied.length > 0
      ? message('source.some-denied', {
          resource,
          detail: typeof detail === 'string' ? detail : 'it gave no reason',
        })
      : undefined);
  const times = outcomes.map(({ serverTime }) => serverTime ?? '').sort();
  return {
    coverage: reason ? 'partial' : 'complete',
    reason,
    serverTime: times.at(-1) || undefined,
    // Two lists may overlap, as selectors do.
    items: [
      ...new Map(
        outcomes.flatMap(({ items }) =>
          Array.from(items, item => [item.metadata.uid, item] as const),
        ),
      ).values(),
    ],
  };
}
