/**
 * Reads JSON that the API server took without a type of ours: specs of custom
 * resources, and annotations. The wrong type is as good as nothing.
 */
export type Json = Record<string, unknown>;

export function obj(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : undefined;
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function objs(value: unknown): Json[] {
  return list(value).flatMap(each => {
    const found = obj(each);
    return found ? [found] : [];
  });
}

export function str(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function num(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value)
    ? value
    : undefined;
}

export function bool(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

export function strs(value: unknown): string[] {
  return list(value).flatMap(each => str(each) ?? []);
}

export function strMap(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(obj(value) ?? {}).flatMap(([key, each]) =>
      typeof each === 'string' ? [[key, each]] : [],
    ),
  );
}

/** `[{key, value}]` as a record. */
export function keyValues(value: unknown): Record<string, string> {
  return Object.fromEntries(
    objs(value).map(({ key, value: each }) => [
      str(key) ?? '',
      str(each) ?? '',
    ]),
  );
}

/** A field as Go's JSON finds it: by its name, or else in any case. */
export function field(value: Json | undefined, name: string): unknown {
  if (!value) {
    return undefined;
  }
  if (Object.prototype.hasOwnProperty.call(value, name)) {
    return value[name] ?? undefined;
  }
  const lower = name.toLowerCase();
  const key = Object.keys(value).find(each => each.toLowerCase() === lower);
  return key === undefined ? undefined : value[key] ?? undefined;
}

/** The first of several records wins, as `MergeStringMap` has it. */
export function merged(
  ...maps: Array<Record<string, string> | undefined>
): Record<string, string> {
  const result: Record<string, string> = {};
  for (const map of maps) {
    for (const [key, value] of Object.entries(map ?? {})) {
      if (!Object.prototype.hasOwnProperty.call(result, key)) {
        setOwn(result, key, value);
      }
    }
  }
  return result;
}

/** Sets a key that may be `__proto__`. */
export function setOwn<T>(record: Record<string, T>, key: string, value: T) {
  Object.defineProperty(record, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}
