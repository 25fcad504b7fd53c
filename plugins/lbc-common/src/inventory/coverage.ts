import { Message } from '../messages';

/**
 * How completely one kind or API was read. A conclusion drawn from what is
 * *not there* needs `complete` (DESIGN §1, §4).
 *
 * - `complete`: a list that ended and that the source trusts to be whole
 * - `partial`: some of it; proves presence, never absence
 * - `denied`: the source may not read it
 * - `failed`: it could not be read this time
 * - `absent`: the kind is not installed, so there are none of it
 * @public
 */
export type Coverage = 'complete' | 'partial' | 'denied' | 'failed' | 'absent';

/**
 * What a source said of one kind, at one time. `items` are those of the last
 * good reading: where a later attempt was denied or failed, `coverage` and
 * `reason` tell of the attempt and `observedAt` of the items.
 * @public
 */
export interface KindSnapshot<T> {
  coverage: Coverage;
  /** Why it is not complete. */
  reason?: Message;
  /** When the sweep that read `items` began (ISO 8601). Sweeps are told apart by it. */
  sweptAt?: string;
  /** When `items` were read (ISO 8601); absent where they never were. */
  observedAt?: string;
  /** When it was last tried (ISO 8601). */
  attemptedAt: string;
  /** The server's own time when it answered (its `Date` header). */
  serverTime?: string;
  items: readonly T[];
}

/** Whether a list was read whole, or is known to have no kind to list. @public */
export function isWhole(coverage: Coverage): boolean {
  return coverage === 'complete' || coverage === 'absent';
}

/** Whether absence from this kind proves anything. @public */
export function provesAbsence(
  kind: KindSnapshot<unknown> | undefined,
): kind is KindSnapshot<unknown> {
  return kind !== undefined && isWhole(kind.coverage);
}

/** What is older than so many of its cadences proves nothing any more (DESIGN §9). */
export const STALE_AFTER_CADENCES = 2;
