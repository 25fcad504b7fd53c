import {
  EventObject,
  message,
  UnitMemory,
  UnitResult,
} from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { makeDue } from '../../jobs/operations/makeDue';
import { jobIds } from '../../jobs/types';
import { hashOf } from '../pack';
import { chunks } from '../sql';
import type { TargetHealthRow, TargetIdentityRow, UnitRow } from '../tables';
import { parseUnitId, unclaimedUnitId } from '../units';
import type { UnitObserved } from '../observed';
import { endSubjects } from './endSubjects';
import { handOver } from './handOver';
import { listUnitIds, makeCorrelateDue } from './makeUnitsDue';
import { setMeta } from './meta';
import { mergeBindings } from './mergeBindings';
import { provenMissing } from './provenMissing';
import type { UnitReading } from './readUnit';
import { writeOwnerEvents } from './writeOwnerEvents';
import { writeControllers, writeTargetBindings } from './writeRows';
import { PreparedSubject, writeSubjects } from './writeSubjects';

export interface UnitCommit {
  reading: UnitReading;
  result: UnitResult;
  prepared: readonly PreparedSubject[];
  /** The memory, packed, with the hash of its JSON. */
  memory: { body: Buffer; hash: string };
  rulesVersion: number;
  observed: UnitObserved;
  now: string;
  nowMs: number;
  /** Of the unit's cluster; of those of its owners some are kept. */
  events: readonly EventObject[];
  /** How long what a detail job found holds. */
  identityMs: number;
}

/**
 * Writes what correlate concluded of a unit: inventory, memory and transitions
 * together. Returns the ids of subjects that changed.
 */
export async function writeUnit(
  trx: Knex.Transaction,
  commit: UnitCommit,
): Promise<string[]> {
  const { reading, result, now, nowMs } = commit;
  const unitId = reading.id;
  const written = await writeSubjects(trx, {
    unitId,
    now,
    prepared: commit.prepared,
    rulesVersion: commit.rulesVersion,
    inputsUnchanged: reading.unit?.inputs === reading.inputs,
  });
  const missing = await handOver(trx, {
    subjects: written.missing,
    dueAt: nowMs,
  });
  const ended = await provenMissing(
    trx,
    written.missing.filter(row => missing.includes(row)),
  );
  await endSubjects(trx, {
    subjects: ended,
    now,
    because: message('history.gone'),
  });
  await writeTargetBindings(trx, {
    unitId,
    targetBindings: result.targetBindings,
  });
  await writeControllers(trx, { unitId, controllers: result.controllers });
  if (reading.key.kind === 'cluster') {
    await writeOwnerEvents(trx, {
      cluster: reading.key.cluster,
      events: commit.events,
      result,
    });
  }
  const newBindings = await mergeBindings(trx, result.bindings);
  await writeUnitRow(trx, commit);
  if (reading.rulesVersion < commit.rulesVersion) {
    await setMeta(trx, 'rules_version', String(commit.rulesVersion));
  }
  await noteMissedHealth(trx, { commit, arns: written.newTargetGroups });
  await wantIdentities(trx, commit);
  await tellOthers(trx, {
    commit,
    newBindings,
    claimedIn: [...written.claimed, ...ended.map(scopeOf)],
  });
  return [...written.changed, ...written.missing.map(({ id }) => id)];
}

function scopeOf(row: { account_id: string | null; region: string | null }) {
  return {
    accountId: row.account_id ?? undefined,
    region: row.region ?? undefined,
  };
}

async function writeUnitRow(
  trx: Knex.Transaction,
  commit: UnitCommit,
): Promise<void> {
  const { reading, result, memory, observed, now } = commit;
  const { json: published, hash: publishedHash } = publishedOf(result);
  const row: Omit<UnitRow, 'health_version'> = {
    id: reading.id,
    memory: memory.body,
    memory_hash: memory.hash,
    waiting: isWaiting(result.memory),
    inputs: reading.inputs,
    rules_version: commit.rulesVersion,
    observed: JSON.stringify(observed),
    published,
    published_hash: publishedHash,
    next_review_at: result.nextReviewAt ?? null,
    doubts: doubtsOf(result),
    run_at: now,
  };
  if (!reading.unit) {
    await trx<UnitRow>('unit').insert(row).onConflict('id').merge();
    return;
  }
  const { memory: body, ...rest } = row;
  await trx<UnitRow>('unit')
    .where({ id: reading.id })
    .update(
      reading.unit.memory_hash === memory.hash
        ? rest
        : { ...rest, memory: body },
    );
}

function doubtsOf({ doubts = {} }: UnitResult): string | null {
  return Object.keys(doubts).length > 0 ? JSON.stringify(doubts) : null;
}

function publishedOf({ published }: UnitResult) {
  const json = published ? JSON.stringify(published) : null;
  return { json, hash: json === null ? null : hashOf(json) };
}

/** Sightings are counted by sweeps: each newer one may judge otherwise. */
function isWaiting(memory: UnitMemory): boolean {
  return (
    memory.massLossSince !== undefined ||
    memory.controller?.goneSince !== undefined ||
    Object.values(memory.subjects).some(
      ({ sightings, unhealthySince }) =>
        unhealthySince !== undefined || Object.keys(sightings).length > 0,
    )
  );
}

/**
 * Health that came while the unit was judged found no subject to tell: the unit
 * is judged again with it.
 */
async function noteMissedHealth(
  trx: Knex.Transaction,
  options: { commit: UnitCommit; arns: readonly string[] },
): Promise<void> {
  const { commit, arns } = options;
  const { reading, nowMs } = commit;
  for (const scope of reading.scopes) {
    for (const some of chunks(arns)) {
      const missed = await trx<TargetHealthRow>('target_health')
        .where({ target_id: scope.id })
        .whereIn('arn', some)
        .where('seq', '>', scope.health_seq)
        .first('arn');
      if (missed) {
        await trx<UnitRow>('unit')
          .where({ id: reading.id })
          .increment('health_version');
        await makeCorrelateDue(trx, { unitIds: [reading.id], dueAt: nowMs });
        return;
      }
    }
  }
}

/** Queues detail jobs for candidates, unless what is known is young enough. */
async function wantIdentities(
  trx: Knex.Transaction,
  commit: UnitCommit,
): Promise<void> {
  const { result, nowMs, identityMs } = commit;
  for (const { subjectId, cluster, targetIds } of result.wantedIdentities) {
    const asked = JSON.stringify([...targetIds].sort());
    const known = await trx<TargetIdentityRow>('target_identity')
      .where({ subject_id: subjectId })
      .first();
    const young =
      known !== undefined &&
      known.cluster === cluster &&
      known.asked === asked &&
      nowMs - Date.parse(known.observed_at) < identityMs;
    if (!young) {
      await makeDue(trx, {
        jobs: [
          {
            id: jobIds.findTargets(subjectId),
            kind: 'find-targets',
            payload: { subjectId, cluster, targetIds },
          },
        ],
        dueAt: nowMs,
      });
    }
  }
}

/** Makes units due that read what this one wrote. */
async function tellOthers(
  trx: Knex.Transaction,
  options: {
    commit: UnitCommit;
    newBindings: boolean;
    claimedIn: ReadonlyArray<{ accountId?: string; region?: string }>;
  },
): Promise<void> {
  const { commit, newBindings, claimedIn } = options;
  const { reading, nowMs } = commit;
  if (parseUnitId(reading.id).kind !== 'cluster') {
    return;
  }
  const all = await listUnitIds(trx);
  const firstRun = !reading.unit?.run_at;
  const news =
    newBindings ||
    publishedOf(commit.result).hash !== (reading.unit?.published_hash ?? null);
  const scopes = new Set(
    claimedIn.map(({ accountId, region }) =>
      unclaimedUnitId(`${accountId}/${region}`),
    ),
  );
  const unitIds = all.filter(
    unit =>
      (news && (newBindings || unit !== reading.id)) ||
      scopes.has(unit) ||
      (firstRun && parseUnitId(unit).kind === 'unclaimed'),
  );
  await makeCorrelateDue(trx, { unitIds, dueAt: nowMs });
}
