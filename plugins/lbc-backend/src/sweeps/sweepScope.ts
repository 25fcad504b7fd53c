import type { AwsReading, AwsScope } from '@lbc-backstage/plugin-lbc-node';
import { z } from 'zod';
import { JobHandler, jobIds } from '../jobs/types';
import { readControllerRoles } from '../store/operations/readControllerRoles';
import { readEksArns } from '../store/operations/readEksArns';
import { scopeTargetId } from '../store/units';
import { SweepDeps, isoNow } from './context';
import { packReading } from './packReading';
import { runSweep } from './runSweep';

/** A scope in the payload of a job. */
export const scopePayloadSchema: z.ZodType<AwsScope> = z.object({
  id: z.string(),
  accountId: z.string(),
  region: z.string(),
});

/** Sweeps one scope. */
export function sweepScope(deps: SweepDeps): JobHandler {
  return {
    kind: 'sweep-scope',
    async run(context) {
      const scope = scopePayloadSchema.parse(context.job.payload);
      const targetId = scopeTargetId(scope.id);
      return runSweep(deps, context, {
        source: 'aws',
        targetId,
        intervalMs: deps.settings.schedule.scopeMs,
        identity: () => ({}),
        follows: changed =>
          changed.includes('targetGroups')
            ? [{ id: jobIds.health(targetId), kind: 'health', payload: scope }]
            : [],
        async *read(options) {
          const readings = deps.awsSource.sweep({
            scope,
            budget: deps.budget,
            eksClusterArns: await readEksArns(deps.db, scope),
            ...(await rolesOf(deps, scope)),
            ...options,
          });
          for await (const reading of readings) {
            yield await packReading(sorted(reading));
          }
        },
      });
    },
  };
}

/** What clusters say of the roles of their controllers, where anything asks for it. */
async function rolesOf(deps: SweepDeps, scope: AwsScope) {
  const { eks, iam } = deps.settings.optional;
  return eks || iam
    ? readControllerRoles(deps.db, { scope, now: isoNow(deps.clock) })
    : {};
}

/** AWS promises no order; the same set must give the same hash. */
function sorted(reading: AwsReading): Parameters<typeof packReading>[0] {
  const items: Array<{ arn: string }> = [...reading.items];
  items.sort((a, b) => (a.arn < b.arn ? -1 : 1));
  return { ...reading, items };
}
