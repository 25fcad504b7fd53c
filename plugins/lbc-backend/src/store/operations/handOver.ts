import type { Knex } from 'knex';
import { chunks } from '../sql';
import type { SubjectRow, TargetRow } from '../tables';
import { scopeTargetId, unclaimedUnitId } from '../units';
import { makeCorrelateDue } from './makeUnitsDue';

/**
 * Gives load balancers that a cluster's unit lets go to the unit of what no
 * cluster holds, with their history; that unit says what they are, or that they
 * are gone. Returns the subjects that nobody takes.
 */
export async function handOver(
  trx: Knex.Transaction,
  options: {
    subjects: ReadonlyArray<
      Pick<
        SubjectRow,
        'id' | 'unit_id' | 'arn' | 'account_id' | 'region' | 'state'
      >
    >;
    dueAt: number;
  },
): Promise<Array<(typeof options.subjects)[number]>> {
  const { subjects, dueAt } = options;
  const scopes = new Set(
    await trx<TargetRow>('target')
      .where({ kind: 'scope' })
      .whereNull('retired_at')
      .pluck('id'),
  );
  const given = new Map<string, string[]>();
  const left: Array<(typeof subjects)[number]> = [];
  for (const subject of subjects) {
    const scopeId = `${subject.account_id}/${subject.region}`;
    const unit = unclaimedUnitId(scopeId);
    if (
      subject.arn === null ||
      subject.unit_id === unit ||
      !scopes.has(scopeTargetId(scopeId))
    ) {
      left.push(subject);
    } else {
      given.set(unit, [...(given.get(unit) ?? []), subject.id]);
    }
  }
  for (const [unit, ids] of given) {
    for (const some of chunks(ids)) {
      await trx<SubjectRow>('subject')
        .whereIn('id', some)
        .update({ unit_id: unit });
    }
  }
  await makeCorrelateDue(trx, { unitIds: [...given.keys()], dueAt });
  return left;
}
