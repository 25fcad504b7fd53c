import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ItemList } from '@lbc-backstage/plugin-lbc-node';

/** So many items come together before they are packed: a page. */
const CHUNK_ITEMS = 500;

/**
 * Items of a list that may be long. All but the last few are kept compressed,
 * a chunk each, so that a sweep's memory does not grow with a list. Whoever
 * goes through them gets copies, a chunk at a time.
 */
export class PackedList<T> implements ItemList<T> {
  #chunks: Buffer[] = [];
  #open: T[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(item: T): void {
    this.#open.push(item);
    this.#length += 1;
    if (this.#open.length >= CHUNK_ITEMS) {
      this.#chunks.push(
        deflateRawSync(JSON.stringify(this.#open), { level: 1 }),
      );
      this.#open = [];
    }
  }

  clear(): void {
    this.#chunks = [];
    this.#open = [];
    this.#length = 0;
  }

  *[Symbol.iterator](): Iterator<T> {
    for (const chunk of this.#chunks) {
      const items: T[] = JSON.parse(inflateRawSync(chunk).toString('utf8'));
      yield* items;
    }
    yield* this.#open;
  }
}
