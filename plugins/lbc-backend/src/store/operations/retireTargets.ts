import { message } from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { removeJobs } from '../../jobs/operations/removeJobs';
import { jobIds } from '../../jobs/types';
import type {
  ControllerRow,
  SnapshotBlobRow,
  SnapshotRow,
  SubjectRow,
  TargetBindingRow,
  TargetHealthRow,
  TargetRow,
  UnitRow,
} from '../tables';
import { clusterUnitId, unclaimedUnitId } from '../units';
import { endSubjects } from './endSubjects';
import { handOver } from './handOver';
import { listUnitIds, makeCorrelateDue } from './makeUnitsDue';

/**
 * Lets go of targets that the portal no longer has: their jobs, snapshots and
 * units. Load balancers of a cluster stay, judged as what no cluster holds: that
 * a cluster left the portal proves nothing about it (DESIGN §5).
 */
export async function retireTargets(
  trx: Knex.Transaction,
  options: { retired: readonly TargetRow[]; now: string; dueAt: number },
): Promise<void> {
  const { retired, now, dueAt } = options;
  for (const target of retired) {
    const unitId =
      target.kind === 'cluster'
        ? clusterUnitId(target.name)
        : unclaimedUnitId(target.name);
    await removeJobs(trx, [
      jobIds.sweep(target.id),
      jobIds.health(target.id),
      jobIds.correlate(unitId),
    ]);
    for (const table of ['snapshot', 'snapshot_blob', 'target_health']) {
      await trx<SnapshotRow | SnapshotBlobRow | TargetHealthRow>(table)
        .where({ target_id: target.id })
        .delete();
    }
    await trx<TargetRow>('target')
      .where({ id: target.id })
      .update({ attempted_at: null, observed_at: null, problem: null });

    const subjects = await trx<SubjectRow>('subject')
      .where({ unit_id: unitId })
      .whereNull('ended_at');
    const left = await handOver(trx, { subjects, dueAt });
    await endSubjects(trx, {
      subjects: left,
      now,
      because: message('history.left-portal', { target: target.name }),
    });
    await trx<TargetBindingRow>('target_binding')
      .where({ unit_id: unitId })
      .delete();
    await trx<ControllerRow>('controller').where({ unit_id: unitId }).delete();
    await trx<UnitRow>('unit').where({ id: unitId }).delete();
  }
  if (retired.length > 0) {
    await makeCorrelateDue(trx, { unitIds: await listUnitIds(trx), dueAt });
  }
}
