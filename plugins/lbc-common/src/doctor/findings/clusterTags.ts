import { message } from '../../messages';
import { finding } from '../finding';
import type { DoctorClusterTag, DoctorFinding, DoctorInput } from '../types';
import { yamlList } from '../yaml';

/** Names of clusters in AWS: those that nobody here knows, and those that several have. */
export function clusterTagFindings(input: DoctorInput): DoctorFinding[] {
  const byName = new Map<string, DoctorClusterTag[]>();
  for (const tag of input.clusterTags) {
    byName.set(tag.clusterTag, [...(byName.get(tag.clusterTag) ?? []), tag]);
  }
  return [...byName].flatMap(([name, places]) => [
    ...unknownFinding(input, name, places),
    ...severalFinding(name, places),
  ]);
}

function unknownFinding(
  { targets, now }: DoctorInput,
  clusterTag: string,
  all: readonly DoctorClusterTag[],
): DoctorFinding[] {
  const places = all.filter(
    ({ cluster, loadBalancers }) => cluster === undefined && loadBalancers > 0,
  );
  if (places.length === 0) {
    return [];
  }
  const sameName = targets.some(
    ({ kind, name }) => kind === 'cluster' && name === clusterTag,
  );
  const count = places.reduce((sum, each) => sum + each.loadBalancers, 0);
  const placeOf = ({ accountId, region, vpcId }: DoctorClusterTag) => ({
    clusterTag,
    accountId,
    region,
    ...(vpcId !== undefined && { vpcId }),
  });
  return [
    finding('cluster-tag-unknown', 'warning', {
      message: message('doctor.cluster-tag-unknown', {
        clusterTag,
        count,
        places: places.map(nameOfPlace),
      }),
      hides: message('doctor.hides-unknown-cluster'),
      remedy: message('doctor.do-bind-or-retire', { clusterTag }),
      snippets: [
        {
          purpose: message('doctor.snippet-bind', { clusterTag }),
          language: 'yaml',
          text: yamlList(
            ['lbc', 'bindings'],
            places.map(place => ({
              ...placeOf(place),
              cluster: sameName ? clusterTag : 'NAME-IN-THE-PORTAL',
            })),
          ),
        },
        {
          purpose: message('doctor.snippet-retire', { clusterTag }),
          language: 'yaml',
          text: yamlList(
            ['lbc', 'retiredClusters'],
            places.map(place => ({
              ...placeOf(place),
              vpcId: place.vpcId ?? 'VPC-ID',
              by: 'YOUR-NAME',
              at: now.slice(0, 10),
            })),
          ),
        },
      ],
    }),
  ];
}

function severalFinding(
  clusterTag: string,
  places: readonly DoctorClusterTag[],
): DoctorFinding[] {
  const where = [...new Set(places.map(nameOfPlace))].sort();
  if (where.length < 2) {
    return [];
  }
  const clusters = [
    ...new Set(places.flatMap(({ cluster }) => cluster ?? [])),
  ].sort();
  return [
    finding('cluster-tag-in-several-vpcs', 'info', {
      message: message('doctor.cluster-tag-in-several-vpcs', {
        clusterTag,
        places: where,
      }),
      hides: message('doctor.hides-shared-name'),
      remedy: message('doctor.do-name-each-vpc', { clusterTag }),
      snippets: [
        {
          purpose: message('doctor.snippet-bind', { clusterTag }),
          language: 'yaml',
          text: yamlList(
            ['lbc', 'bindings'],
            places.map(({ accountId, region, vpcId, cluster }) => ({
              clusterTag,
              accountId,
              region,
              ...(vpcId !== undefined && { vpcId }),
              cluster: cluster ?? clusters[0] ?? 'NAME-IN-THE-PORTAL',
            })),
          ),
        },
      ],
    }),
  ];
}

function nameOfPlace({ accountId, region, vpcId }: DoctorClusterTag): string {
  return [accountId, region, ...(vpcId === undefined ? [] : [vpcId])].join('/');
}
