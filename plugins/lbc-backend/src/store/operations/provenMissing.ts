import type { Knex } from 'knex';
import type { SnapshotRow, SubjectRow } from '../tables';
import { clusterTargetId, scopeTargetId } from '../units';

type Missing = Pick<SubjectRow, 'id' | 'unit_id' | 'account_id' | 'region'>;

/** Kinds of owners: none may be hidden before an owner counts as gone. */
const OWNER_KINDS = ['ingresses', 'services', 'gateways', 'globalAccelerators'];

/** The list of AWS that has a kind of subject. */
const LIST_OF_KIND: Readonly<Record<string, string>> = {
  'target-group': 'targetGroups',
  'security-group': 'securityGroups',
};

/**
 * Of subjects that a run no longer has, those of which that proves anything: a
 * kind that was not read whole may hide them, and then they stay as they were,
 * with their age.
 */
export async function provenMissing<T extends Missing & { kind: string }>(
  trx: Knex.Transaction,
  missing: readonly T[],
): Promise<T[]> {
  if (missing.length === 0) {
    return [];
  }
  const rows = await trx<SnapshotRow>('snapshot')
    .whereIn('kind', [
      ...OWNER_KINDS,
      'loadBalancers',
      'targetGroups',
      'securityGroups',
    ])
    .whereIn('coverage', ['complete', 'absent'])
    .select('target_id', 'kind');
  const whole = new Set(rows.map(row => `${row.target_id} ${row.kind}`));
  const known = new Set<string>(
    await trx('target').whereNull('retired_at').pluck('id'),
  );
  return missing.filter(subject => {
    if (subject.kind === 'owner') {
      const target = clusterTargetId(subject.unit_id.slice('cluster:'.length));
      return OWNER_KINDS.every(kind => whole.has(`${target} ${kind}`));
    }
    const scope = scopeTargetId(`${subject.account_id}/${subject.region}`);
    const kind = LIST_OF_KIND[subject.kind] ?? 'loadBalancers';
    // Nobody sweeps a scope that left the portal: nothing will ever prove more.
    return !known.has(scope) || whole.has(`${scope} ${kind}`);
  });
}
