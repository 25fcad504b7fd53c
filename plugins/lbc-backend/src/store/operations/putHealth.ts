import type {
  Coverage,
  Message,
  TargetGroupHealth,
} from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { messageColumn } from '../json';
import { hashOf } from '../pack';
import { chunks, lockRows } from '../sql';
import type {
  SnapshotRow,
  SubjectRow,
  TargetHealthRow,
  TargetRow,
  UnitRow,
} from '../tables';
import { makeCorrelateDue } from './makeUnitsDue';

/** The kind under which the coverage of health is shown; no unit reads it. */
export const HEALTH_KIND = 'targetHealth';

/**
 * Writes a batch of health. Units that hold a target group whose health is
 * another than before are due.
 */
export async function putHealth(
  trx: Knex.Transaction,
  options: {
    targetId: string;
    read: readonly TargetGroupHealth[];
    gone: readonly string[];
    dueAt: number;
  },
): Promise<void> {
  const { targetId, read, gone, dueAt } = options;
  const target = await lockRows(
    trx,
    trx<TargetRow>('target').where({ id: targetId }).first(),
  );
  if (!target) {
    return;
  }
  const seq = target.health_seq + 1;
  const before = new Map<
    string,
    Pick<TargetHealthRow, 'hash' | 'observed_at' | 'changed_at'>
  >();
  for (const some of chunks(read)) {
    const rows = await trx<TargetHealthRow>('target_health')
      .where({ target_id: targetId })
      .whereIn(
        'arn',
        some.map(({ targetGroupArn }) => targetGroupArn),
      );
    rows.forEach(row => before.set(row.arn, row));
  }
  const changed: string[] = [];
  for (const { targetGroupArn, observedAt, targets } of read) {
    const body = JSON.stringify(targets);
    const hash = hashOf(
      targets
        .map(each => JSON.stringify(each))
        .sort()
        .join(),
    );
    const old = before.get(targetGroupArn);
    if (old && old.observed_at > observedAt) {
      continue;
    }
    const same = old?.hash === hash;
    if (!same) {
      changed.push(targetGroupArn);
    }
    await trx<TargetHealthRow>('target_health')
      .insert({
        target_id: targetId,
        arn: targetGroupArn,
        observed_at: observedAt,
        changed_at: same && old ? old.changed_at : observedAt,
        hash,
        body,
        unhealthy: targets.some(({ state }) => state !== 'healthy'),
        seq,
      })
      .onConflict(['target_id', 'arn'])
      .merge();
  }
  for (const some of chunks(gone)) {
    await trx<TargetHealthRow>('target_health')
      .where({ target_id: targetId })
      .whereIn('arn', some)
      .delete();
  }
  await trx<TargetRow>('target')
    .where({ id: targetId })
    .update({ health_seq: seq });
  await markUnits(trx, { changed, dueAt });
}

async function markUnits(
  trx: Knex.Transaction,
  options: { changed: readonly string[]; dueAt: number },
): Promise<void> {
  const units = new Set<string>();
  for (const some of chunks(options.changed)) {
    const ids: string[] = await trx<SubjectRow>('subject')
      .join(
        'subject_target_group',
        'subject_target_group.subject_id',
        'subject.id',
      )
      .whereIn('subject_target_group.arn', some)
      .whereNull('subject.ended_at')
      .distinct()
      .pluck('subject.unit_id');
    ids.forEach(id => units.add(id));
  }
  const unitIds = [...units].sort();
  await trx<UnitRow>('unit').whereIn('id', unitIds).increment('health_version');
  await makeCorrelateDue(trx, { unitIds, dueAt: options.dueAt });
}

/** Says how far health is read in a scope; it never makes a unit due. */
export async function putHealthCoverage(
  trx: Knex.Transaction,
  options: {
    targetId: string;
    coverage: Coverage;
    reason?: Message;
    items: number;
    now: string;
  },
): Promise<void> {
  const { targetId, coverage, reason, items, now } = options;
  const good = coverage === 'complete' || coverage === 'partial';
  const row = {
    target_id: targetId,
    kind: HEALTH_KIND,
    coverage,
    reason: messageColumn(reason),
    attempted_at: now,
    items,
    ...(good && { observed_at: now }),
  };
  await trx<SnapshotRow>('snapshot')
    .insert(row)
    .onConflict(['target_id', 'kind'])
    .merge(row);
}
