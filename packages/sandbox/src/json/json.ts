/** Anything JSON can hold. Recordings are read as this and narrowed where they are used. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | JsonObject;

/** A JSON object; a missing key reads as `undefined`. */
export type JsonObject = { [key: string]: JsonValue | undefined };

const EMPTY: JsonObject = Object.freeze({});

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object, or an empty one. */
export function asObject(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? value : EMPTY;
}

/** The value as an array, or an empty one. */
export function asArray(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}

/** The value as an array of objects; whatever else is in it is left out. */
export function asObjects(value: JsonValue | undefined): JsonObject[] {
  return asArray(value).filter(isObject);
}

/** The value as a string, or the fallback. */
export function asString(value: JsonValue | undefined, fallback = ''): string {
  return typeof value === 'string' ? value : fallback;
}

/** Follows a path of keys (or array positions) into a value. */
export function at(
  value: JsonValue | undefined,
  ...path: Array<string | number>
): JsonValue | undefined {
  let current = value;
  for (const step of path) {
    if (typeof step === 'number') {
      current = asArray(current)[step];
    } else {
      current = asObject(current)[step];
    }
  }
  return current;
}

/**
 * Parses text that this package does not trust to be JSON.
 *
 * `JSON.parse` can only return what JSON can hold, so the cast is safe.
 */
export function parseJson(text: string): JsonValue {
  return JSON.parse(text) as JsonValue;
}
