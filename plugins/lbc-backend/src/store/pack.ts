import { createHash, Hash } from 'node:crypto';
import { promisify } from 'node:util';
import type { ItemList } from '@lbc-backstage/plugin-lbc-node';
import { createGzip, gunzip, gunzipSync, gzip } from 'node:zlib';

const gzipAsync = promisify(gzip);
const gunzipAsync = promisify(gunzip);

/** SHA-256 of a text. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Packs a value as JSON, gzip. */
export async function pack(value: unknown): Promise<Buffer> {
  return gzipAsync(JSON.stringify(value));
}

/** Below it a turn of the thread pool costs more than the work. */
const SMALL_BYTES = 16 * 1024;

/** Unpacks what {@link pack} or {@link packItems} packed; the type is the caller's word. */
export async function unpack<T>(body: Buffer): Promise<T> {
  const text =
    body.length <= SMALL_BYTES ? gunzipSync(body) : await gunzipAsync(body);
  return JSON.parse(text.toString('utf8'));
}

/** Items of one kind, packed for the store. */
export interface PackedItems {
  hash: string;
  body: Buffer;
  jsonBytes: number;
  count: number;
}

const CHUNK_CHARACTERS = 256 * 1024;

/**
 * Packs the items of one kind as a JSON array, a piece at a time, so that a
 * sweep never holds the whole text beside the items.
 */
export async function packItems(
  items: ItemList<unknown>,
): Promise<PackedItems> {
  const zip = createGzip();
  const pieces: Buffer[] = [];
  zip.on('data', (piece: Buffer) => pieces.push(piece));
  const ended = new Promise<void>((resolve, reject) => {
    zip.on('end', resolve);
    zip.on('error', reject);
  });
  const hash: Hash = createHash('sha256');
  let jsonBytes = 0;
  const write = async (text: string) => {
    const bytes = Buffer.from(text, 'utf8');
    jsonBytes += bytes.length;
    hash.update(bytes);
    if (!zip.write(bytes)) {
      await new Promise<void>(resolve => zip.once('drain', resolve));
    }
  };
  let text = '[';
  let separator = '';
  for (const item of items) {
    text += separator + JSON.stringify(item);
    separator = ',';
    if (text.length > CHUNK_CHARACTERS) {
      await write(text);
      text = '';
    }
  }
  await write(`${text}]`);
  zip.end();
  await ended;
  return {
    hash: hash.digest('hex'),
    body: Buffer.concat(pieces),
    jsonBytes,
    count: items.length,
  };
}
