import type { AwsReading, AwsScope } from '@lbc-backstage/plugin-lbc-node';
import { z } from 'zod';
import type { JobHandler } from '../jobs/types';
import { scopeTargetId } from '../store/units';
import type { SweepDeps } from './context';
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
      return runSweep(deps, context, {
        source: 'aws',
        targetId: scopeTargetId(scope.id),
        intervalMs: deps.settings.schedule.scopeMs,
        identity: () => ({}),
        async *read(options) {
          const readings = deps.awsSource.sweep({
            scope,
            budget: deps.budget,
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

/** AWS promises no order; the same set must give the same hash. */
function sorted(reading: AwsReading): Parameters<typeof packReading>[0] {
  const items: Array<{ arn: string }> = [...reading.items];
  items.sort((a, b) => (a.arn < b.arn ? -1 : 1));
  return { ...reading, items };
}
