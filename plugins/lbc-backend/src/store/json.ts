import type { Message } from '@lbc-backstage/plugin-lbc-common';

/** A column that holds JSON which this store wrote; the type is the column's. */
export function parseColumn<T>(text: string | null): T | undefined {
  return text === null ? undefined : (JSON.parse(text) as T);
}

/** A message as a column. */
export function messageColumn(value: Message | undefined): string | null {
  return value ? JSON.stringify(value) : null;
}

/** An optional value as a column. */
export function orNull<T>(value: T | undefined): T | null {
  return value ?? null;
}
