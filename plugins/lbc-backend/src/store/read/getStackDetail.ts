import { chainOf, StackOverlay } from '@lbc-backstage/plugin-lbc-common';
import type { SubjectDetail } from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { unpack } from '../pack';
import { apiMessage } from '../summary';
import type { StackDetailRow } from '../tables';

/** What a detail job read of a subject's stack, as its page shows it. */
export async function getStackDetail(
  db: Knex,
  options: { subjectId: string; dnsName?: string },
): Promise<SubjectDetail['detail']> {
  const row = await db<StackDetailRow>('stack_detail')
    .where({ subject_id: options.subjectId })
    .first();
  if (!row?.body) {
    return undefined;
  }
  const overlay = await unpack<StackOverlay>(row.body);
  const { detail, workloads } = overlay;
  return {
    observedAt: detail.observedAt,
    chain: chainOf({ dnsName: options.dnsName, overlay }),
    notRead: [...detail.notRead, ...(workloads?.notRead ?? [])].map(
      ({ operation, reason }) => ({ operation, reason: apiMessage(reason) }),
    ),
  };
}
