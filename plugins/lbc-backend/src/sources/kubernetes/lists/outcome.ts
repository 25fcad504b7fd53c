import { Coverage, Message } from '@lbc-backstage/plugin-lbc-common';
import type { ItemList } from '@lbc-backstage/plugin-lbc-node';

/** What became of reading a list, or several that make one kind. */
export interface ListOutcome<T> {
  coverage: Coverage;
  reason?: Message;
  /** The server's own time (ISO 8601) of the last answer. */
  serverTime?: string;
  items: ItemList<T>;
}

/** A reading that has no items: what was known before stays. */
export function nothing<T>(
  coverage: Coverage,
  reason?: Message,
): ListOutcome<T> {
  return { coverage, reason, items: [] };
}
