import { Message, message } from '@lbc-backstage/plugin-lbc-common';
import type { ItemList } from '@lbc-backstage/plugin-lbc-node';
import { z } from 'zod';
import { detailOf } from '../../text';
import { PackedList } from './PackedList';

/** Turns a raw object into what is kept of it; `undefined`: nothing. */
export interface ItemReader<T> {
  schema: z.ZodType<T>;
  /** Takes a kept object as it comes, and may leave it out or make it smaller. */
  keep?: (item: T) => T | undefined;
}

const HOPELESS_AFTER = 100;

interface Identified {
  metadata: { uid: string };
}

/** Keeps what matters of a list's objects, page by page. */
export class Collector<T extends Identified> {
  readonly #reader: ItemReader<T>;
  readonly #uids = new Set<string>();
  readonly #items = new PackedList<T>();
  #wellFormed = 0;
  #malformed = 0;
  #example = '';

  constructor(reader: ItemReader<T>) {
    this.#reader = reader;
  }

  get items(): ItemList<T> {
    return this.#items;
  }

  /** Takes a page's objects in; says whether any of them had come before. */
  add(rawItems: readonly unknown[]): 'new' | 'repeated' {
    const { schema, keep } = this.#reader;
    for (const raw of rawItems) {
      const parsed = schema.safeParse(raw);
      if (!parsed.success) {
        this.#malformed += 1;
        this.#example ||= exampleOf(raw, parsed.error);
      } else {
        const { uid } = parsed.data.metadata;
        if (this.#uids.has(uid)) {
          return 'repeated';
        }
        this.#uids.add(uid);
        this.#wellFormed += 1;
        const item = keep ? keep(parsed.data) : parsed.data;
        if (item) {
          this.#items.push(item);
        }
      }
    }
    return 'new';
  }

  /** So much was malformed, and nothing else came, that it is no use to go on. */
  get hopeless(): boolean {
    return this.#wellFormed === 0 && this.#malformed >= HOPELESS_AFTER;
  }

  /** Begins again. */
  clear() {
    this.#uids.clear();
    this.#items.clear();
    this.#wellFormed = 0;
    this.#malformed = 0;
    this.#example = '';
  }

  /** From here on, what came before may come again: the list is no longer of one time. */
  forgetSeen() {
    this.#uids.clear();
  }

  /** Objects that were left out, if any, and whether there was nothing else. */
  problem(): { reason: Message; everything: boolean } | undefined {
    if (this.#malformed === 0) {
      return undefined;
    }
    return {
      reason: message('source.malformed-items', {
        count: this.#malformed,
        example: this.#example,
      }),
      everything: this.#wellFormed === 0,
    };
  }
}

function exampleOf(raw: unknown, error: z.ZodError): string {
  const named = z
    .object({ metadata: z.object({ name: z.string() }) })
    .safeParse(raw).data;
  const [issue] = error.issues;
  const field = issue?.path.join('.') || 'the object itself';
  return detailOf(`${field} of ${named?.metadata.name ?? 'an object'}`);
}
