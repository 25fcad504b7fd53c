import { JsonObject, JsonValue } from './json';

/** Options of {@link mapStrings}. */
export interface MapStringsOptions {
  /** Called with each string and the key it stands under (the nearest one, in arrays). */
  value: (text: string, key: string) => string;
  /** Called with each key, where keys are to be mapped as well. */
  key?: (key: string) => string;
}

/**
 * Maps every string of a JSON value.
 *
 * What does not change is shared with the original, not copied: most of a
 * recording has no string to change, and a large list stays cheap.
 */
export function mapStrings(
  input: JsonValue,
  options: MapStringsOptions,
  underKey = '',
): JsonValue {
  if (typeof input === 'string') {
    return options.value(input, underKey);
  }
  if (Array.isArray(input)) {
    let changed: JsonValue[] | undefined;
    input.forEach((item, index) => {
      const mapped = mapStrings(item, options, underKey);
      if (mapped !== item) {
        changed = changed ?? [...input];
        changed[index] = mapped;
      }
    });
    return changed ?? input;
  }
  if (input === null || typeof input !== 'object') {
    return input;
  }
  return mapObject(input, options);
}

function mapObject(input: JsonObject, options: MapStringsOptions): JsonObject {
  const entries = Object.entries(input);
  let changed = false;
  const mapped = entries.map(
    ([key, value]): [string, JsonValue | undefined] => {
      const newKey = options.key ? options.key(key) : key;
      const newValue =
        value === undefined ? undefined : mapStrings(value, options, key);
      if (newKey !== key || newValue !== value) {
        changed = true;
      }
      return [newKey, newValue];
    },
  );
  return changed ? Object.fromEntries(mapped) : input;
}
