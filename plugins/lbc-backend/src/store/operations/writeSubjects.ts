import { MatchingFacts, Subject } from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { orNull } from '../json';
import { hashOf, pack } from '../pack';
import { chunks } from '../sql';
import { detailOf, sortNameOf, summaryOf, urgencyOf } from '../summary';
import type {
  SubjectOwnerRow,
  SubjectRow,
  SubjectTargetGroupRow,
  TransitionRow,
} from '../tables';
import { bumpMeta } from './meta';

/** A subject as it was said; its detail is packed where it is new. */
export interface PreparedSubject {
  subject: Subject;
  hash: string;
  detail?: Buffer;
}

/** Packs what is new, before the transaction that writes it. */
export async function prepareSubjects(
  db: Knex,
  options: { unitId: string; subjects: readonly Subject[] },
): Promise<PreparedSubject[]> {
  const rows = await db<SubjectRow>('subject')
    .where({ unit_id: options.unitId })
    .select('id', 'hash');
  const known = new Map(rows.map(({ id, hash }) => [id, hash]));
  return Promise.all(
    options.subjects.map(async subject => {
      const hash = hashOf(JSON.stringify(subject));
      return known.get(subject.id) === hash
        ? { subject, hash }
        : { subject, hash, detail: await pack(detailOf(subject)) };
    }),
  );
}

/** What is compared of a subject that was there before. */
type Before = Pick<
  SubjectRow,
  | 'id'
  | 'unit_id'
  | 'state'
  | 'hash'
  | 'facts_hash'
  | 'rules_version'
  | 'since'
  | 'since_first_seen'
  | 'first_seen_at'
  | 'ended_at'
  | 'kind'
  | 'arn'
  | 'account_id'
  | 'region'
>;

/** What writing subjects changed. */
export interface SubjectsWritten {
  changed: string[];
  /** Load balancers that came to this unit, from another or as new ones. */
  claimed: Array<{ accountId?: string; region?: string }>;
  /** Rows of the unit that the run no longer has, and that did not end yet. */
  missing: Before[];
  /** Target groups that the unit did not hold before. */
  newTargetGroups: string[];
  /** Ids of the run's that another cluster's unit holds; left to it. */
  heldElsewhere: string[];
}

/**
 * Writes a unit's subjects and the transitions between what was and what is.
 * What is the same as before is not touched.
 */
export async function writeSubjects(
  trx: Knex.Transaction,
  options: {
    unitId: string;
    now: string;
    prepared: readonly PreparedSubject[];
    rulesVersion: number;
    /** The inputs are those of the last run: only rules can have changed a state. */
    inputsUnchanged: boolean;
  },
): Promise<SubjectsWritten> {
  const { unitId, now, prepared, rulesVersion, inputsUnchanged } = options;
  const before = await readBefore(
    trx,
    unitId,
    prepared.map(({ subject }) => subject.id),
  );
  const written: SubjectsWritten = {
    changed: [],
    claimed: [],
    missing: [],
    newTargetGroups: [],
    heldElsewhere: [],
  };
  const transitions: Array<Omit<TransitionRow, 'seq'>> = [];
  const seen = new Set<string>();
  let factsChanged = false;
  for (const each of prepared) {
    const { subject } = each;
    if (seen.has(subject.id)) {
      continue;
    }
    seen.add(subject.id);
    const old = before.get(subject.id);
    const lives = old !== undefined && old.ended_at === null;
    if (lives && isAnotherCluster(old.unit_id, unitId)) {
      written.heldElsewhere.push(subject.id);
      continue;
    }
    const moved = !lives || old.unit_id !== unitId;
    if (
      !moved &&
      old.hash === each.hash &&
      old.rules_version === rulesVersion
    ) {
      continue;
    }
    const detail = each.detail ?? (await pack(detailOf(subject)));
    const row = rowOf({ each, detail, unitId, now, rulesVersion, old });
    const { looked_at, ...update } = row;
    await trx<SubjectRow>('subject').insert(row).onConflict('id').merge(update);
    if (!lives || old.hash !== each.hash) {
      written.newTargetGroups.push(...(await writeParts(trx, subject)));
    }
    if (!lives || old.state !== subject.state) {
      transitions.push({
        subject_id: subject.id,
        from_state: lives ? old.state : null,
        to_state: subject.state,
        at: now,
        cause:
          lives && inputsUnchanged && old.rules_version !== rulesVersion
            ? 'rules'
            : 'observed',
        because: JSON.stringify(subject.because),
        evidence: JSON.stringify(subject.evidence),
      });
    }
    factsChanged ||= !lives || old.facts_hash !== row.facts_hash;
    written.changed.push(subject.id);
    if (moved && subject.loadBalancer) {
      written.claimed.push(subject);
    }
  }
  for (const some of chunks(transitions, 50)) {
    await trx<TransitionRow>('transition').insert(some);
  }
  if (factsChanged) {
    await bumpMeta(trx, 'facts_version');
  }
  written.missing = [...before.values()].filter(
    row => row.unit_id === unitId && row.ended_at === null && !seen.has(row.id),
  );
  return written;
}

/** A subject stays with the cluster's unit that has it until that lets it go. */
function isAnotherCluster(holder: string, unitId: string): boolean {
  return holder !== unitId && holder.startsWith('cluster:');
}

async function readBefore(
  trx: Knex.Transaction,
  unitId: string,
  ids: readonly string[],
): Promise<Map<string, Before>> {
  const columns = [
    'id',
    'unit_id',
    'state',
    'hash',
    'facts_hash',
    'rules_version',
    'since',
    'since_first_seen',
    'first_seen_at',
    'ended_at',
    'kind',
    'arn',
    'account_id',
    'region',
  ] as const;
  const rows: Before[] = await trx<SubjectRow>('subject')
    .where({ unit_id: unitId })
    .whereNull('ended_at')
    .select(...columns);
  for (const some of chunks(ids)) {
    rows.push(
      ...(await trx<SubjectRow>('subject')
        .whereIn('id', some)
        .select(...columns)),
    );
  }
  return new Map(rows.map(row => [row.id, row]));
}

function rowOf(options: {
  each: PreparedSubject;
  detail: Buffer;
  unitId: string;
  now: string;
  rulesVersion: number;
  old: Before | undefined;
}): SubjectRow {
  const { each, detail, unitId, now, rulesVersion, old } = options;
  const { subject, hash } = each;
  const lives = old !== undefined && old.ended_at === null;
  const same = lives && old.state === subject.state;
  const facts: MatchingFacts = subject.matching;
  const factsJson = JSON.stringify(facts);
  return {
    id: subject.id,
    unit_id: unitId,
    kind: subject.kind,
    cluster: orNull(subject.cluster),
    cluster_tag: orNull(subject.clusterTag),
    account_id: orNull(subject.accountId),
    region: orNull(subject.region),
    arn: orNull(subject.loadBalancer?.arn),
    sort_name: sortNameOf(subject),
    state: subject.state,
    urgency: urgencyOf(subject.state),
    since: same ? old.since : now,
    since_first_seen: same ? Boolean(old.since_first_seen) : !old,
    first_seen_at: old?.first_seen_at ?? now,
    last_seen_at: now,
    ended_at: null,
    looked_at: null,
    rules_version: rulesVersion,
    hash,
    summary: JSON.stringify(summaryOf(subject)),
    detail,
    facts: factsJson,
    facts_hash: hashOf(factsJson),
  };
}

/** Returns the target groups that are new to it. */
async function writeParts(
  trx: Knex.Transaction,
  subject: Subject,
): Promise<string[]> {
  const subject_id = subject.id;
  const owners = new Map(
    subject.owners.map(({ kind, namespace, name }) => [
      `${kind}/${namespace}/${name}`,
      { subject_id, kind, namespace, name },
    ]),
  );
  const arns = new Set(subject.targetGroups.map(({ arn }) => arn));
  await replaceRows<SubjectOwnerRow>(trx, 'subject_owner', subject_id, [
    ...owners.values(),
  ]);
  const before = await replaceRows<SubjectTargetGroupRow>(
    trx,
    'subject_target_group',
    subject_id,
    [...arns].map(arn => ({ subject_id, arn })),
  );
  before.forEach(({ arn }) => arns.delete(arn));
  return [...arns];
}

/** Replaces the rows of a subject unless they are the same; returns those before. */
async function replaceRows<T extends { subject_id: string }>(
  trx: Knex.Transaction,
  table: string,
  subjectId: string,
  rows: T[],
): Promise<T[]> {
  const order = (list: readonly object[]) =>
    list
      .map(row => JSON.stringify(Object.entries(row).sort()))
      .sort()
      .join();
  const before: T[] = await trx(table).where({ subject_id: subjectId });
  if (order(before) === order(rows)) {
    return before;
  }
  await trx(table).where({ subject_id: subjectId }).delete();
  for (const some of chunks(rows)) {
    await trx(table).insert(some);
  }
  return before;
}
