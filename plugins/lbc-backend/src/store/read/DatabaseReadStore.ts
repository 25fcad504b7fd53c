import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { LbcClock } from '@lbc-backstage/plugin-lbc-node';
import type { Knex } from 'knex';
import { queueLength } from '../../jobs/operations/queueLength';
import { getMeta } from '../operations/meta';
import { putEntityMatches } from '../operations/putEntityMatches';
import { removeEntities } from '../operations/removeEntities';
import type { EntityMatchRow } from '../tables';
import type { ReadStore } from '../types';
import { getDerivedOwners } from './getDerivedOwners';
import { getLiveAttributes } from './getLiveAttributes';
import { getSubject } from './getSubject';
import { listClusterSubjects } from './listClusterSubjects';
import { listControllers } from './listControllers';
import { listCoverage } from './listCoverage';
import { listFacts } from './listFacts';
import { listJudgedSubjects } from './listJudgedSubjects';
import { listLooseTargetBindings } from './listLooseTargetBindings';
import { listObjectsOfTeams } from './listObjectsOfTeams';
import { listReports } from './listReports';
import { listSubjects } from './listSubjects';
import { listTargets } from './listTargets';
import { listTimeline } from './listTimeline';
import { listTransitions } from './listTransitions';
import { touchSubject } from './touchSubject';

/** How often one subject's being looked at is written down. */
const TOUCH_EVERY_MS = 300_000;

/** What routes ask, from the database. */
export class DatabaseReadStore implements ReadStore {
  readonly #db: Knex;
  readonly #clock: LbcClock;
  readonly #logger: LoggerService;
  readonly #touched = new Map<string, number>();

  static create(options: {
    db: Knex;
    clock: LbcClock;
    logger: LoggerService;
  }): DatabaseReadStore {
    return new DatabaseReadStore(options);
  }

  private constructor(options: {
    db: Knex;
    clock: LbcClock;
    logger: LoggerService;
  }) {
    this.#db = options.db;
    this.#clock = options.clock;
    this.#logger = options.logger;
  }

  listSubjects: ReadStore['listSubjects'] = options =>
    listSubjects(this.#db, options);

  getSubject: ReadStore['getSubject'] = async (id, options) => {
    const subject = await getSubject(this.#db, id, options);
    if (subject && !options?.unnoticed) {
      this.#touch(id);
    }
    return subject;
  };

  listClusterSubjects: ReadStore['listClusterSubjects'] = options =>
    listClusterSubjects(this.#db, options);

  listJudgedSubjects: ReadStore['listJudgedSubjects'] = options =>
    listJudgedSubjects(this.#db, options);

  listLooseTargetBindings: ReadStore['listLooseTargetBindings'] = cluster =>
    listLooseTargetBindings(this.#db, cluster);

  getLiveAttributes: ReadStore['getLiveAttributes'] = subjectIds =>
    getLiveAttributes(this.#db, subjectIds);

  getDerivedOwners: ReadStore['getDerivedOwners'] = subjectIds =>
    getDerivedOwners(this.#db, subjectIds);

  listObjectsOfTeams: ReadStore['listObjectsOfTeams'] = subjectIds =>
    listObjectsOfTeams(this.#db, subjectIds);

  listTransitions: ReadStore['listTransitions'] = options =>
    listTransitions(this.#db, options);

  listTimeline: ReadStore['listTimeline'] = options =>
    listTimeline(this.#db, options);

  listReports: ReadStore['listReports'] = subjectId =>
    listReports(this.#db, subjectId);

  listControllers: ReadStore['listControllers'] = options =>
    listControllers(this.#db, options);

  listCoverage: ReadStore['listCoverage'] = options =>
    listCoverage(this.#db, options);

  listTargets: ReadStore['listTargets'] = () => listTargets(this.#db);

  queue: ReadStore['queue'] = () =>
    queueLength({ db: this.#db, nowMs: this.#clock.now() });

  historySince: ReadStore['historySince'] = () =>
    getMeta(this.#db, 'history_since');

  factsVersion: ReadStore['factsVersion'] = async () =>
    Number((await getMeta(this.#db, 'facts_version')) ?? 0);

  listFacts: ReadStore['listFacts'] = () => listFacts(this.#db);

  getEntityMatchState: ReadStore['getEntityMatchState'] = async entityRef => {
    const row = await this.#db<EntityMatchRow>('entity_match')
      .where({ entity_ref: entityRef })
      .first();
    return row && { etag: row.etag, factsVersion: row.facts_version };
  };

  listEntityMatchStates: ReadStore['listEntityMatchStates'] = async () => {
    const rows = await this.#db<EntityMatchRow>('entity_match').orderBy(
      'entity_ref',
    );
    return rows.map(({ entity_ref, etag, facts_version }) => ({
      entityRef: entity_ref,
      etag,
      factsVersion: facts_version,
    }));
  };

  putEntityMatches: ReadStore['putEntityMatches'] = options =>
    putEntityMatches(this.#db, options);

  removeEntities: ReadStore['removeEntities'] = entityRefs =>
    removeEntities(this.#db, entityRefs);

  /** Nobody waits for it, and it says nothing about the answer. */
  #touch(id: string) {
    const now = this.#clock.now();
    if (now - (this.#touched.get(id) ?? -Infinity) < TOUCH_EVERY_MS) {
      return;
    }
    if (this.#touched.size > 10_000) {
      this.#touched.clear();
    }
    this.#touched.set(id, now);
    touchSubject(this.#db, { id, now: new Date(now).toISOString() }).catch(
      error =>
        this.#logger.debug(
          `Noting a look at ${id} failed: ${stringifyError(error)}`,
        ),
    );
  }
}
