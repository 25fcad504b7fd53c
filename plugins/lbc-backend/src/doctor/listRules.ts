import type { Knex } from 'knex';
import type { UnitRow } from '../store/tables';

/** By which versions of the rules units were judged last. */
export async function listRules(
  db: Knex,
): Promise<Array<{ version: number; count: number }>> {
  const rows: Array<{ rules_version: number | null; n: number | string }> =
    await db<UnitRow>('unit')
      .whereNotNull('rules_version')
      .groupBy('rules_version')
      .orderBy('rules_version')
      .select('rules_version')
      .count({ n: '*' });
  return rows.map(({ rules_version, n }) => ({
    version: Number(rules_version),
    count: Number(n),
  }));
}
