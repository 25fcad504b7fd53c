import { z } from 'zod';
import type { JobHandler } from '../jobs/types';
import { makeCorrelateDue } from '../store/operations/makeUnitsDue';
import { hashOf } from '../store/pack';
import type { SubjectRow, TargetIdentityRow } from '../store/tables';
import type { SweepDeps } from './context';

const payloadSchema = z.object({
  subjectId: z.string(),
  cluster: z.string(),
  targetIds: z.array(z.string()),
});

/** Looks for the Pods and Nodes behind one candidate's targets. */
export function findTargets(deps: SweepDeps): JobHandler {
  return {
    kind: 'find-targets',
    async run(context) {
      const { subjectId, cluster, targetIds } = payloadSchema.parse(
        context.job.payload,
      );
      const identities = await deps.kubernetesSource.findTargets({
        cluster,
        targetIds,
        signal: context.signal,
      });
      const { observedAt, ...content } = identities;
      const hash = hashOf(
        JSON.stringify([
          content.coverage,
          content.clusterUid,
          Object.entries(content.found).sort(),
        ]),
      );
      await context.commit(async trx => {
        const before = await trx<TargetIdentityRow>('target_identity')
          .where({ subject_id: subjectId })
          .first();
        await trx<TargetIdentityRow>('target_identity')
          .insert({
            subject_id: subjectId,
            cluster,
            observed_at: observedAt,
            hash,
            asked: JSON.stringify([...targetIds].sort()),
            body: JSON.stringify(identities),
          })
          .onConflict('subject_id')
          .merge();
        if (before?.hash !== hash) {
          const unitIds: string[] = await trx<SubjectRow>('subject')
            .where({ id: subjectId })
            .whereNull('ended_at')
            .pluck('unit_id');
          await makeCorrelateDue(trx, { unitIds, dueAt: deps.clock.now() });
        }
      });
      deps.wake();
      return { remove: true };
    },
  };
}
