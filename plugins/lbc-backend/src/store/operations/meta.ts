import type { Knex } from 'knex';

/** Keys of `meta`. */
export type MetaKey =
  | 'history_since'
  | 'rules_version'
  | 'facts_version'
  | 'problems_kubernetes'
  | 'problems_aws';

interface MetaRow {
  key: MetaKey;
  value: string;
}

/** Reads a single value. */
export async function getMeta(
  db: Knex,
  key: MetaKey,
): Promise<string | undefined> {
  const row = await db<MetaRow>('meta').where({ key }).first();
  return row?.value;
}

/** Writes a single value. */
export async function setMeta(
  db: Knex,
  key: MetaKey,
  value: string,
): Promise<void> {
  await db<MetaRow>('meta').insert({ key, value }).onConflict('key').merge();
}

/** Writes a single value unless there is one. */
export async function initMeta(
  db: Knex,
  key: MetaKey,
  value: string,
): Promise<void> {
  await db<MetaRow>('meta').insert({ key, value }).onConflict('key').ignore();
}

/** Adds one to a number. */
export async function bumpMeta(db: Knex, key: MetaKey): Promise<void> {
  await db<MetaRow>('meta')
    .insert({ key, value: '1' })
    .onConflict('key')
    .merge({ value: db.raw('cast(cast(meta.value as integer) + 1 as text)') });
}
