import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { HumanDuration } from '@backstage/types';
import type { ClusterOwners } from './ClusterOwners';
import type { EntityMatcher } from './EntityMatcher';
import { MATCHING_FIELDS, MATCHING_KINDS } from './fields';

const MATCH_TASK = 'lbc-match-entities';
const OWNERS_TASK = 'lbc-cluster-owners';

/** Changes come in bursts, a commit a cluster; one run takes them in together. */
const GATHER_MS = 5_000;

/**
 * Schedules the match of the whole catalog (one replica at a time) and of who
 * owns which cluster (in every replica, which each keep it in memory).
 */
export async function scheduleCatalogJob(options: {
  scheduler: SchedulerService;
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  matcher: EntityMatcher;
  clusterOwners: ClusterOwners;
  interval: HumanDuration;
}): Promise<{
  /** Matches again soon: subjects changed. */
  subjectsChanged(): void;
  stop(): void;
}> {
  const { scheduler, catalog, auth, logger, matcher, clusterOwners } = options;
  const schedule = {
    frequency: options.interval,
    timeout: { minutes: 15 },
    initialDelay: { seconds: 3 },
  };

  await scheduler.scheduleTask({
    id: MATCH_TASK,
    scope: 'global',
    ...schedule,
    fn: async signal => {
      const { entities, removed } = await matcher.matchCatalog(
        catalog.streamEntities(
          { filter: { kind: MATCHING_KINDS }, fields: MATCHING_FIELDS },
          { credentials: await auth.getOwnServiceCredentials() },
        ),
        { signal },
      );
      logger.debug(`Matched ${entities} entities, forgot ${removed}`);
    },
  });
  await scheduler.scheduleTask({
    id: OWNERS_TASK,
    scope: 'local',
    ...schedule,
    fn: signal => clusterOwners.refresh({ signal }),
  });

  let timer: NodeJS.Timeout | undefined;
  return {
    subjectsChanged() {
      timer ??= setTimeout(() => {
        timer = undefined;
        scheduler.triggerTask(MATCH_TASK).catch(error => {
          // It runs already; pages match what they show in any case.
          logger.debug(`Did not start ${MATCH_TASK}: ${error}`);
        });
      }, GATHER_MS).unref();
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
