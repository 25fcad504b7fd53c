import { planClusters } from './planClusters';
import { planForeign } from './planForeign';
import { planStacks } from './planStacks';
import { FleetPlan, ScopePlan } from './plan';
import { Ids, Random } from './random';
import { SIZE_NUMBERS, Size } from './sizes';

/** How many of the load balancers nobody here made. */
const FOREIGN_SHARE = 0.04;
const SCOPES: Array<[string, string]> = [
  ['123456789012', 'eu-west-1'],
  ['123456789012', 'eu-central-1'],
  ['210987654321', 'eu-west-1'],
];

/** Decides what a generated fleet consists of. */
export function planFleet(options: { size: Size; seed: number }): FleetPlan {
  const { size, seed } = options;
  const numbers = SIZE_NUMBERS[size];
  const random = new Random(seed);
  const ids = new Ids(seed);
  const scopes = SCOPES.slice(0, numbers.scopes).map(scope =>
    planScope(scope, ids),
  );
  const clusters = planClusters({
    count: numbers.clusters,
    scopes,
    pods: numbers.pods,
    random,
    ids,
  });
  const foreign = Math.max(
    1,
    Math.round(numbers.loadBalancers * FOREIGN_SHARE),
  );
  const foreignGroups = planForeign({ count: foreign, scopes, random, ids });
  planStacks({
    clusters,
    loadBalancers: numbers.loadBalancers - foreign,
    targetGroups: numbers.targetGroups - foreignGroups,
    pods: numbers.pods,
    random,
    ids,
  });
  return { seed, scopes, clusters };
}

function planScope([accountId, region]: [string, string], ids: Ids): ScopePlan {
  const subnet = (kind: string) => (zone: string) =>
    `subnet-${ids.hex(17, accountId, region, kind, zone)}`;
  const zones = ['a', 'b', 'c'];
  return {
    accountId,
    region,
    vpcId: `vpc-${ids.hex(17, accountId, region, 'vpc')}`,
    publicSubnets: zones.map(subnet('public')),
    privateSubnets: zones.map(subnet('private')),
    foreign: [],
  };
}
