import type { ClusterBinding } from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import type { ClusterBindingRow } from '../tables';

/**
 * EKS clusters of a scope that bindings were proven for. Bindings outlive the
 * cluster and its place in the portal, and so does the question whether EKS
 * still has it.
 */
export async function readEksArns(
  db: Knex,
  scope: { accountId: string; region: string },
): Promise<string[]> {
  const rows = await db<ClusterBindingRow>('cluster_binding').whereNull(
    'ended_at',
  );
  const arns = rows.flatMap(({ body }) => {
    const binding: ClusterBinding = JSON.parse(body);
    return binding.eksArn !== undefined &&
      binding.accountId === scope.accountId &&
      binding.region === scope.region
      ? [binding.eksArn]
      : [];
  });
  return [...new Set(arns)].sort();
}
