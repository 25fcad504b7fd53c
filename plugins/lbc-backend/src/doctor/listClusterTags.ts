import type {
  ClusterBinding,
  DoctorClusterTag,
  RetiredCluster,
  SubjectSummary,
} from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { parseColumn } from '../store/json';
import type { ClusterBindingRow, SubjectRow } from '../store/tables';

/** Values of the cluster tag by place: whose they are, or that nobody knows. */
export async function listClusterTags(
  db: Knex,
  retired: readonly RetiredCluster[],
): Promise<DoctorClusterTag[]> {
  const bindings: string[] = await db<ClusterBindingRow>('cluster_binding')
    .whereNull('ended_at')
    .pluck('body');
  const unbound: string[] = await db<SubjectRow>('subject')
    .whereNull('ended_at')
    .whereNull('cluster')
    .whereNotNull('cluster_tag')
    .whereNotNull('arn')
    .pluck('summary');
  const tags = new Map<string, DoctorClusterTag>();
  for (const body of bindings) {
    const binding = parseColumn<ClusterBinding>(body);
    if (binding) {
      const { clusterTag, accountId, region, vpcId, cluster } = binding;
      const tag = { clusterTag, accountId, region, vpcId, cluster };
      tags.set(keyOf(tag), { ...tag, loadBalancers: 0 });
    }
  }
  for (const text of unbound) {
    const summary = parseColumn<SubjectSummary>(text);
    const { clusterTag, accountId, region, vpcId } = summary ?? {};
    const place = { clusterTag, accountId, region, vpcId };
    if (isWhole(place) && !retired.some(each => isOf(each, place))) {
      const key = keyOf(place);
      const { loadBalancers = 0 } = tags.get(key) ?? {};
      tags.set(key, { ...place, loadBalancers: loadBalancers + 1 });
    }
  }
  return [...tags]
    .sort(([left], [right]) => left.localeCompare(right))
    .map(([, { vpcId, cluster, ...tag }]) => ({
      ...tag,
      ...(vpcId !== undefined && { vpcId }),
      ...(cluster !== undefined && { cluster }),
    }));
}

type Place = Pick<
  DoctorClusterTag,
  'clusterTag' | 'accountId' | 'region' | 'vpcId'
>;

function isWhole(
  place: Partial<Place>,
): place is Place & { vpcId: string | undefined } {
  const { clusterTag, accountId, region } = place;
  return (
    clusterTag !== undefined && accountId !== undefined && region !== undefined
  );
}

function isOf(retired: RetiredCluster, place: Place): boolean {
  return (
    retired.clusterTag === place.clusterTag &&
    retired.accountId === place.accountId &&
    retired.region === place.region &&
    retired.vpcId === place.vpcId
  );
}

function keyOf(tag: Place & { cluster?: string }): string {
  const { clusterTag, accountId, region, vpcId, cluster } = tag;
  return JSON.stringify([clusterTag, accountId, region, vpcId, cluster]);
}
