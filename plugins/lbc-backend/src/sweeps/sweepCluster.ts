import { z } from 'zod';
import type { JobHandler } from '../jobs/types';
import { clusterTargetId } from '../store/units';
import type { SweepDeps } from './context';
import { packReading } from './packReading';
import { runSweep } from './runSweep';

const payloadSchema = z.object({ cluster: z.string() });

/** Sweeps one cluster. */
export function sweepCluster(deps: SweepDeps): JobHandler {
  return {
    kind: 'sweep-cluster',
    async run(context) {
      const { cluster } = payloadSchema.parse(context.job.payload);
      let clusterUid: string | undefined;
      let version: string | undefined;
      return runSweep(deps, context, {
        source: 'kubernetes',
        targetId: clusterTargetId(cluster),
        cluster,
        intervalMs: deps.settings.schedule.clusterMs,
        identity: () => ({ clusterUid, version }),
        async *read(options) {
          const readings = deps.kubernetesSource.sweep({ cluster, ...options });
          for await (const reading of readings) {
            const packed = await packReading(reading);
            if (packed.packed && reading.kind === 'namespaces') {
              clusterUid = [...reading.items].find(
                ({ metadata }) => metadata.name === 'kube-system',
              )?.metadata.uid;
            }
            if (packed.packed && reading.kind === 'version') {
              version = [...reading.items][0]?.gitVersion;
            }
            yield packed;
          }
        },
      });
    },
  };
}
