import { Message, message } from '@lbc-backstage/plugin-lbc-common';
import type { ItemList } from '@lbc-backstage/plugin-lbc-node';
import { z } from 'zod';
import { ClusterClient, ClusterRequestError } from '../client';
import { Collector, ItemReader } from './Collector';
import { ListOutcome, nothing } from './outcome';

const PAGE_SIZE = 500;
/** A million objects of one kind; a list that is longer has no end. */
const MAX_PAGES = 2000;
/** The restart, and then so many times on with the token that is offered. */
const MAX_EXPIRIES = 5;

/** Options of {@link readList}. */
export interface ReadListOptions<T> extends ItemReader<T> {
  client: ClusterClient;
  path: string;
  query?: Record<string, string>;
  /** What is listed, as people call it. */
  resource: string;
  pageSize?: number;
  accept?: string;
}

const listSchema = z.object({
  kind: z.string().optional(),
  metadata: z.object({ continue: z.string().optional() }).optional(),
  // Go writes an empty list as null at times.
  items: z.array(z.unknown()).nullable(),
});

/**
 * Reads a list to its end, a page at a time: a page is projected and let go of
 * before the next is asked for. A list that breaks off is `failed` and has no
 * items: half a list must not take the place of the last whole one.
 */
export async function readList<T extends { metadata: { uid: string } }>(
  options: ReadListOptions<T>,
): Promise<ListOutcome<T>> {
  const collector = new Collector<T>(options);
  const tokens = new Set<string>();
  let token: string | undefined;
  let expiries = 0;
  let serverTime: string | undefined;
  for (let page = 1; ; page++) {
    const taken = await takePage({ ...options, token, collector });
    if (taken.result === 'refused') {
      return nothing(taken.coverage, taken.reason);
    }
    if (taken.result === 'repeated') {
      return nothing('failed', message('source.page-repeated'));
    }
    if (taken.result === 'expired') {
      expiries += 1;
      if (expiries === 1) {
        collector.clear();
        tokens.clear();
        token = undefined;
      } else if (taken.offered && expiries <= MAX_EXPIRIES) {
        collector.forgetSeen();
        token = taken.offered;
      } else {
        return nothing('failed', message('source.list-expired'));
      }
    } else {
      serverTime = taken.serverTime ?? serverTime;
      if (!taken.next || collector.hopeless) {
        return outcomeOf({
          collector,
          serverTime,
          inconsistent: expiries > 1,
        });
      }
      if (tokens.has(taken.next) || page >= MAX_PAGES) {
        return nothing(
          'failed',
          message('source.pages-never-end', { pages: page }),
        );
      }
      tokens.add(taken.next);
      token = taken.next;
    }
  }
}

function outcomeOf<T extends { metadata: { uid: string } }>(options: {
  collector: Collector<T>;
  serverTime?: string;
  inconsistent: boolean;
}): ListOutcome<T> {
  const { collector, serverTime, inconsistent } = options;
  const problem = collector.problem();
  if (problem?.everything) {
    return nothing('failed', problem.reason);
  }
  const reason = inconsistent
    ? message('source.list-inconsistent')
    : problem?.reason;
  return {
    coverage: reason ? 'partial' : 'complete',
    reason,
    serverTime,
    items: inconsistent ? latestOf(collector.items) : collector.items,
  };
}

/** An object that moved while its list was read may be there twice. */
function latestOf<T extends { metadata: { uid: string } }>(
  items: ItemList<T>,
): T[] {
  return [
    ...new Map(
      Array.from(items, item => [item.metadata.uid, item] as const),
    ).values(),
  ];
}

type TakenPage =
  | { result: 'taken'; next?: string; serverTime?: string }
  | { result: 'repeated' }
  | { result: 'expired'; offered?: string }
  | { result: 'refused'; coverage: 'denied' | 'failed'; reason: Message };

/** Asks for one page and takes its objects in. Nothing holds on to it after. */
async function takePage<T extends { metadata: { uid: string } }>(
  options: ReadListOptions<T> & {
    token: string | undefined;
    collector: Collector<T>;
  },
): Promise<TakenPage> {
  const { client, path, query, resource, accept, token, collector } = options;
  try {
    const { body, serverTime } = await client.get({
      path,
      resource,
      accept,
      query: {
        ...query,
        limit: String(options.pageSize ?? PAGE_SIZE),
        ...(token !== undefined && { continue: token }),
      },
    });
    const list = listSchema.safeParse(body).data;
    if (!list || list.kind === 'Status') {
      return {
        result: 'refused',
        coverage: 'failed',
        reason: message('source.not-json', { detail: 'it is not a list' }),
      };
    }
    if (collector.add(list.items ?? []) === 'repeated') {
      return { result: 'repeated' };
    }
    return {
      result: 'taken',
      next: list.metadata?.continue || undefined,
      serverTime,
    };
  } catch (error) {
    if (!(error instanceof ClusterRequestError)) {
      throw error;
    }
    if (error.failure === 'expired' && token !== undefined) {
      return { result: 'expired', offered: error.continueToken };
    }
    return {
      result: 'refused',
      coverage: error.failure === 'denied' ? 'denied' : 'failed',
      reason: error.reason,
    };
  }
}
