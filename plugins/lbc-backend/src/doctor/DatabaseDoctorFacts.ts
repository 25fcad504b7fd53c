import type { DoctorInput } from '@lbc-backstage/plugin-lbc-common';
import type { LbcClock } from '@lbc-backstage/plugin-lbc-node';
import type { Knex } from 'knex';
import { DatabaseDiscoveryFacts } from '../store/read/DatabaseDiscoveryFacts';
import type { EngineSettings } from '../sweeps/settings';
import { listClusterTags } from './listClusterTags';
import { listDoctorTargets } from './listDoctorTargets';
import { listRules } from './listRules';
import { readJobs } from './readJobs';
import type { DoctorFacts } from './types';

/** What the doctor goes by: the store and the configuration, never a source. */
export class DatabaseDoctorFacts implements DoctorFacts {
  readonly #db: Knex;
  readonly #clock: LbcClock;
  readonly #settings: EngineSettings;
  readonly #rulesVersion: number;
  readonly #discovery: DatabaseDiscoveryFacts;

  static create(options: {
    db: Knex;
    clock: LbcClock;
    settings: EngineSettings;
    rulesVersion: number;
  }): DatabaseDoctorFacts {
    return new DatabaseDoctorFacts(options);
  }

  private constructor(
    options: Parameters<typeof DatabaseDoctorFacts.create>[0],
  ) {
    this.#db = options.db;
    this.#clock = options.clock;
    this.#settings = options.settings;
    this.#rulesVersion = options.rulesVersion;
    this.#discovery = DatabaseDiscoveryFacts.create({ db: options.db });
  }

  async read(): Promise<DoctorInput> {
    const nowMs = this.#clock.now();
    const { schedule, optional, retiredClusters } = this.#settings;
    const [targets, problems, suggestedScopes, clusterTags, jobs, units] =
      await Promise.all([
        listDoctorTargets(this.#db, schedule),
        this.#discovery.listProblems(),
        this.#discovery.listSuggestedScopes(),
        listClusterTags(this.#db, retiredClusters),
        readJobs(this.#db, { nowMs, patienceMs: schedule.clusterMs }),
        listRules(this.#db),
      ]);
    return {
      now: new Date(nowMs).toISOString(),
      targets,
      optional,
      problems,
      suggestedScopes,
      clusterTags,
      jobs,
      rules: { version: this.#rulesVersion, units },
    };
  }
}
