import { InputError } from '@backstage/errors';

/** One page of a list that is small enough to be in memory. */
export function pageOf<T>(
  items: readonly T[],
  paging: { limit: number; cursor?: string },
): { items: T[]; nextCursor?: string } {
  const { limit, cursor } = paging;
  const offset =
    cursor === undefined
      ? 0
      : Number(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!Number.isSafeInteger(offset) || offset < 0) {
    throw new InputError(
      'cursor is none that this list gave: start without one',
    );
  }
  const end = offset + limit;
  return {
    items: items.slice(offset, end),
    ...(end < items.length && {
      nextCursor: Buffer.from(String(end)).toString('base64url'),
    }),
  };
}

/** The oldest of some times; undefined where there is none. */
export function oldest(
  times: Iterable<string | undefined>,
): string | undefined {
  let found: string | undefined;
  for (const time of times) {
    if (time !== undefined && (found === undefined || time < found)) {
      found = time;
    }
  }
  return found;
}
