import { InputError } from '@backstage/errors';
import { z } from 'zod';

/**
 * Cursors of one list: opaque to callers, checked on the way in. They hold the
 * sort key of the last row, so a page is right whatever came or went before it.
 */
export interface CursorCodec<K> {
  encode(key: K): string;
  /** Throws an InputError where the text is no cursor of this list. */
  decode(cursor: string | undefined): K | undefined;
}

/** Makes the codec of one list. */
export function cursorCodec<K>(
  list: string,
  keySchema: z.ZodType<K>,
): CursorCodec<K> {
  const schema = z.object({ list: z.literal(list), key: keySchema });
  return {
    encode: key =>
      Buffer.from(JSON.stringify({ list, key })).toString('base64url'),
    decode: cursor => {
      if (cursor === undefined) {
        return undefined;
      }
      let value: unknown;
      try {
        value = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
      } catch {
        value = undefined;
      }
      const parsed = schema.safeParse(value);
      if (!parsed.success) {
        throw new InputError(
          'The cursor is not one of this list. Leave it out to begin with the first page, or pass on nextCursor of the page before as it is.',
        );
      }
      return parsed.data.key;
    },
  };
}
