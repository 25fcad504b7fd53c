import type { Coverage, Message } from '@lbc-backstage/plugin-lbc-common';
import { message } from '@lbc-backstage/plugin-lbc-common';
import type { ItemList } from '@lbc-backstage/plugin-lbc-node';
import type { PackedReading } from '../store/operations/commitSweep';
import { packItems } from '../store/pack';

/** What of a reading the store needs, whichever source it is from. */
interface Reading {
  kind: string;
  coverage: Coverage;
  reason?: Message;
  refused?: readonly string[];
  observedAt?: string;
  attemptedAt: string;
  serverTime?: string;
  items: ItemList<unknown>;
}

/**
 * Packs a reading as it comes, so that only compressed items are kept. A
 * reading that was denied or failed has no items of its own: the last good ones
 * stay in the store.
 */
export async function packReading(reading: Reading): Promise<PackedReading> {
  const { items, ...rest } = reading;
  const read = rest.coverage !== 'denied' && rest.coverage !== 'failed';
  return {
    kind: rest.kind,
    coverage: rest.coverage,
    reason: rest.reason,
    refused: rest.refused,
    observedAt: rest.observedAt,
    attemptedAt: rest.attemptedAt,
    serverTime: rest.serverTime,
    ...(read && { packed: await packItems(items) }),
  };
}

/**
 * Why a sweep counts as failed as a whole: nothing in it was read. Kinds that
 * are not installed prove nothing alone: a proxy may answer 404 to everything.
 */
export function problemOf(
  readings: readonly PackedReading[],
): Message | undefined {
  const good = readings.some(
    ({ coverage }) => coverage === 'complete' || coverage === 'partial',
  );
  if (good) {
    return undefined;
  }
  return (
    readings.find(({ reason }) => reason)?.reason ??
    message('sweep.nothing-read')
  );
}

/** How many readings have which coverage. */
export function countCoverage(
  readings: readonly PackedReading[],
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { coverage } of readings) {
    counts[coverage] = (counts[coverage] ?? 0) + 1;
  }
  return counts;
}
