import { stringifyError } from '@backstage/errors';
import type {
  LbcEngine,
  LbcEngineOptions,
  SubjectsChangedListener,
} from '../engine';
import { DatabaseDoctorFacts } from '../doctor';
import { DatabaseJobControl } from '../jobs/DatabaseJobControl';
import { JobLoop } from '../jobs/JobLoop';
import { makeDue } from '../jobs/operations/makeDue';
import { jobIds } from '../jobs/types';
import { createMetricsRecorder } from '../metrics/MetricsRecorder';
import { DatabaseAttestations } from '../readiness/DatabaseAttestations';
import { openDatabase } from '../store/applyMigrations';
import { DatabaseApiBudget } from '../store/DatabaseApiBudget';
import {
  listUnitIds,
  makeCorrelateDue,
} from '../store/operations/makeUnitsDue';
import { getMeta, initMeta } from '../store/operations/meta';
import { DatabaseDiscoveryFacts } from '../store/read/DatabaseDiscoveryFacts';
import { DatabaseReadStore } from '../store/read/DatabaseReadStore';
import { DatabaseSnapshotReader } from '../store/read/DatabaseSnapshotReader';
import { takeWriteLock } from '../store/sql';
import { SnapshotCache } from '../store/SnapshotCache';
import { SweepDeps, isoNow } from './context';
import { correlate } from './correlate';
import { discover } from './discover';
import { defaultDomain } from './domain';
import { DatabaseBaselineStore } from '../store/baselines/DatabaseBaselineStore';
import { takeBaseline } from './baselines/takeBaseline';
import { findTargets } from './findTargets';
import { health } from './health';
import { measure } from './measure';
import { prune } from './prune';
import { readDetail } from './readDetail';
import { readEngineSettings } from './settings';
import { sweepCluster } from './sweepCluster';
import { sweepScope } from './sweepScope';

/** Makes the engine; see {@link LbcEngine}. */
export async function createEngine(
  options: LbcEngineOptions,
): Promise<LbcEngine> {
  const { clock, logger, kubernetesSource, awsSource, lifecycle } = options;
  const domain = options.domain ?? defaultDomain;
  const settings = readEngineSettings(options.config);
  const metrics = createMetricsRecorder(options.metrics);
  const db = await openDatabase(options.database);
  await initMeta(db, 'history_since', isoNow(clock));
  await initMeta(db, 'facts_version', '0');

  // The loop that handlers wake needs the handlers first.
  let wake = () => {};
  const listeners = new Set<SubjectsChangedListener>();
  const readStore = DatabaseReadStore.create({ db, clock, logger });
  const deps: SweepDeps & { cache: SnapshotCache } = {
    db,
    clock,
    logger,
    settings,
    metrics,
    kubernetesSource,
    awsSource,
    domain,
    budget: DatabaseApiBudget.create({ db, settings: settings.budget }),
    cache: new SnapshotCache(),
    wake: () => wake(),
  };
  const onChanged = async (subjectIds: readonly string[]) => {
    for (const listener of listeners) {
      try {
        await listener(subjectIds);
      } catch (error) {
        logger.warn(
          `A listener of changed subjects failed: ${stringifyError(error)}`,
        );
      }
    }
  };
  const loop = JobLoop.create({
    db,
    clock,
    logger,
    settings: settings.jobs,
    handlers: [
      discover(deps),
      sweepCluster(deps),
      sweepScope(deps),
      health(deps),
      findTargets(deps),
      readDetail(deps),
      takeBaseline(deps),
      correlate({ ...deps, onChanged }),
      prune(deps),
    ],
  });
  wake = () => loop.wake();
  let stopMeasuring = () => {};

  const engine: LbcEngine = {
    readStore,
    jobControl: DatabaseJobControl.create({ db, clock, wake: deps.wake }),
    discoveryFacts: DatabaseDiscoveryFacts.create({ db }),
    baselines: DatabaseBaselineStore.create({ db, clock, wake: deps.wake }),
    doctorFacts: DatabaseDoctorFacts.create({
      db,
      clock,
      settings,
      rulesVersion: domain.rulesVersion,
    }),
    snapshots: DatabaseSnapshotReader.create({ db }),
    attestations: DatabaseAttestations.create({ db }),
    metrics,
    onSubjectsChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      await db.transaction(async trx => {
        await takeWriteLock(trx);
        await makeDue(trx, {
          dueAt: clock.now(),
          jobs: [
            { id: jobIds.discover, kind: 'discover' },
            { id: jobIds.prune, kind: 'prune' },
          ],
        });
        // Judged before new sweeps come, new rules are told from a new world.
        const rules = Number((await getMeta(trx, 'rules_version')) ?? 0);
        if (rules !== 0 && rules < domain.rulesVersion) {
          await makeCorrelateDue(trx, {
            unitIds: await listUnitIds(trx),
            dueAt: clock.now(),
          });
        }
      });
      stopMeasuring = measure({ metrics, readStore, clock, logger });
      loop.start();
    },
    async stop() {
      stopMeasuring();
      await loop.stop();
    },
    wake: deps.wake,
  };
  lifecycle?.addShutdownHook(() => engine.stop());
  return engine;
}
