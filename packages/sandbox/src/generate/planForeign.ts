import { ForeignPlan, ScopePlan } from './plan';
import { loadBalancer, targetGroup } from './planNames';
import { Ids, Random } from './random';
import { RECORDED_AT } from './time';

const DAY = 24 * 60 * 60 * 1000;

type Tags = ForeignPlan['tags'];

/** Makers that leave load balancers in an account beside the controller. */
const MAKERS: Array<(number: number) => { name: string; tags: Tags }> = [
  number => ({ name: `corp-website-${number}`, tags: [] }),
  number => ({
    name: `tf-intranet-${number}`,
    tags: tags({ 'managed-by': 'terraform', Name: `intranet-${number}` }),
  }),
  number => ({
    name: `a1b2c3d4-shop-oldweb-${number}`,
    tags: tags({
      'kubernetes.io/cluster/legacy-1': 'owned',
      'kubernetes.io/namespace': 'shop',
      'kubernetes.io/ingress-name': `oldweb-${number}`,
      'ingress.k8s.aws/cluster': 'legacy-1',
      'ingress.k8s.aws/stack': `shop/oldweb-${number}`,
      'ingress.k8s.aws/resource': 'LoadBalancer',
    }),
  }),
  number => ({
    name: `a1b2c3d4-shop-ancient-${number}`,
    tags: tags({
      'kubernetes.io/cluster/legacy-1': 'owned',
      'kubernetes.io/namespace': 'shop',
      'kubernetes.io/ingress-name': `ancient-${number}`,
    }),
  }),
];

/** Decides which load balancers are foreign; returns how many target groups they have. */
export function planForeign(options: {
  count: number;
  scopes: ScopePlan[];
  random: Random;
  ids: Ids;
}): number {
  const { count, scopes, random, ids } = options;
  let targetGroups = 0;
  for (let number = 1; number <= count; number++) {
    const scope = scopes[number % scopes.length];
    const made = MAKERS[number % MAKERS.length](number);
    const withGroup = random.chance(0.5);
    scope.foreign.push({
      scheme: random.chance(0.5) ? 'internal' : 'internet-facing',
      tags: made.tags,
      loadBalancer: loadBalancer({
        ids,
        scope,
        type: 'application',
        name: made.name,
        scheme: 'internet-facing',
        createdAt: RECORDED_AT - random.int(300, 1500) * DAY,
      }),
      targetGroup: withGroup
        ? targetGroup({ ids, scope, name: `${made.name}-tg` })
        : undefined,
    });
    targetGroups += withGroup ? 1 : 0;
  }
  return targetGroups;
}

function tags(pairs: Record<string, string>): Tags {
  return Object.entries(pairs).map(([Key, Value]) => ({ Key, Value }));
}
