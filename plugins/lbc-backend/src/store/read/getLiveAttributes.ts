import type { StackOverlay } from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { unpack } from '../pack';
import type { StackDetailRow } from '../tables';
import type { LiveAttributes, ReadStore } from '../types';

/** What detail jobs read of load balancers' attributes, by subject id. */
export async function getLiveAttributes(
  db: Knex,
  ...[subjectIds]: Parameters<ReadStore['getLiveAttributes']>
): ReturnType<ReadStore['getLiveAttributes']> {
  const rows = await db<StackDetailRow>('stack_detail').whereIn('subject_id', [
    ...subjectIds,
  ]);
  const found: Record<string, LiveAttributes> = {};
  for (const { subject_id, body } of rows) {
    if (body) {
      const { detail } = await unpack<StackOverlay>(body);
      found[subject_id] = {
        observedAt: detail.observedAt,
        ...(detail.loadBalancerAttributes && {
          loadBalancerAttributes: detail.loadBalancerAttributes,
        }),
      };
    }
  }
  return found;
}
