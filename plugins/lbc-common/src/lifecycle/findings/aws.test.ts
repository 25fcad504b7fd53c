import { loadBundledWorld } from 'lbc-sandbox';
import {
  scopeOfStep,
  securityGroupsOfStep,
} from '../../__testUtils__/recordings';
import { AwsLoadBalancer, ScopeSnapshot } from '../../inventory';
import {
  Cases,
  LONG_AGO,
  all,
  annotated,
  deleted,
  ingresses,
  shows,
} from './__testUtils__/situation';

const ATTRIBUTES = 'alb.ingress.kubernetes.io/load-balancer-attributes';
const PROTECTION = 'deletion_protection.enabled';
const protectedInAws = { loadBalancerAttributes: { [PROTECTION]: 'true' } };

type Kinds = ScopeSnapshot['kinds'];
const scopeOf =
  (change: (kinds: Kinds) => Partial<Kinds>) =>
  (snapshot: ScopeSnapshot): ScopeSnapshot => ({
    ...snapshot,
    kinds: { ...snapshot.kinds, ...change(snapshot.kinds) },
  });

const noLoadBalancers = (kinds: Kinds): Partial<Kinds> => ({
  loadBalancers: kinds.loadBalancers && { ...kinds.loadBalancers, items: [] },
});

const groupsOf =
  (world: string, step: number) =>
  ({ loadBalancers }: Kinds): Partial<Kinds> => ({
    securityGroups: securityGroupsOfStep(
      loadBundledWorld(world).steps[step],
      loadBalancers?.attemptedAt ?? '',
    ),
  });

const tagged =
  (tags: Record<string, string>) =>
  ({ tags: kind }: Kinds): Partial<Kinds> => ({
    tags: kind && {
      ...kind,
      items: kind.items.map(each => ({
        ...each,
        tags: { ...each.tags, ...tags },
      })),
    },
  });

/** A second load balancer with the tags of the first one. */
const doubled =
  (change: Partial<AwsLoadBalancer>) =>
  ({ loadBalancers, tags }: Kinds): Partial<Kinds> => {
    const [first] = loadBalancers?.items ?? [];
    const arn = first.arn.replace(/\w+$/, 'ffffffffffffffff');
    const copy = { ...first, arn, name: 'twin', dnsName: 'twin', ...change };
    const own = tags?.items.find(each => each.arn === first.arn)?.tags ?? {};
    return {
      loadBalancers: loadBalancers && {
        ...loadBalancers,
        items: [...loadBalancers.items, copy],
      },
      tags: tags && { ...tags, items: [...tags.items, { arn, tags: own }] },
    };
  };

const missingGroups = ({ targetGroups }: Kinds): Partial<Kinds> => ({
  targetGroups: targetGroups && { ...targetGroups, items: [] },
});

const [alb] = loadBundledWorld('ingress-alb').steps;

const CASES: Cases = {
  'deletion-protection': {
    holds: { world: 'deletion-protection', steps: [0, 1] },
    // Protected, and nobody wants it deleted.
    not: { world: 'deletion-protection' },
  },
  'protected-in-aws-only': {
    holds: { world: 'ingress-alb', detail: protectedInAws },
    not: {
      world: 'ingress-alb',
      detail: protectedInAws,
      kinds: ingresses(each =>
        annotated(each, { [ATTRIBUTES]: `${PROTECTION}=true` }),
      ),
    },
  },
  'no-listener': {
    holds: { world: 'ingress-alb', detail: { listeners: [] } },
    // Listeners could not be read.
    not: { world: 'ingress-alb', detail: {} },
  },
  'security-group-in-use': {
    holds: {
      world: 'ingress-alb',
      steps: [0, 0],
      kinds: ingresses(deleted),
      scope: scopeOf(kinds => ({
        ...groupsOf('ingress-alb', 0)(kinds),
        ...noLoadBalancers(kinds),
        ...missingGroups(kinds),
      })),
    },
    // Its target groups are there, too, and go first.
    not: {
      world: 'ingress-alb',
      steps: [0, 0],
      kinds: ingresses(deleted),
      scope: scopeOf(kinds => ({
        ...groupsOf('ingress-alb', 0)(kinds),
        ...noLoadBalancers(kinds),
      })),
    },
  },
  'target-group-missing': {
    holds: { world: 'ingress-alb', scope: scopeOf(missingGroups) },
    not: {
      world: 'ingress-alb',
      scope: scopeOf(({ targetGroups }) => ({
        targetGroups: targetGroups && {
          ...targetGroups,
          coverage: 'partial',
          items: [],
        },
      })),
    },
  },
  'tracking-tags-removed': {
    holds: { world: 'drift', steps: [4] },
    // Tags were not read.
    not: {
      world: 'drift',
      steps: [4],
      scope: scopeOf(({ tags }) => ({
        tags: tags && { ...tags, coverage: 'denied', items: [] },
      })),
    },
  },
  adopted: {
    holds: {
      world: 'ingress-alb',
      infrastructureTags: ['terraform'],
      scope: scopeOf(tagged({ terraform: 'network' })),
    },
    // The Ingress itself asks for that tag.
    not: {
      world: 'ingress-alb',
      infrastructureTags: ['terraform'],
      scope: scopeOf(tagged({ terraform: 'network' })),
      kinds: ingresses(each =>
        annotated(each, {
          'alb.ingress.kubernetes.io/tags': 'team=a, terraform=network',
        }),
      ),
    },
  },
  renamed: {
    holds: { world: 'cluster-name-change', steps: [0, 1] },
    // A cluster of another name that is not known here.
    not: { world: 'foreign' },
  },
  'targets-emptied': {
    holds: { world: 'cluster-name-change', steps: [0, 1] },
    // Health was not read.
    not: {
      world: 'cluster-name-change',
      steps: [0, 1],
      scope: snapshot => ({ ...snapshot, health: new Map() }),
    },
  },
  'same-name-twice': {
    holds: {
      world: 'ingress-alb',
      steps: [0, 0],
      bindings: mine => [
        ...mine,
        ...mine.map(each => ({ ...each, cluster: 'other', clusterUid: 'u' })),
      ],
      elsewhere: ['other'],
    },
    // In another VPC they do not meet.
    not: {
      world: 'ingress-alb',
      steps: [0, 0],
      bindings: mine => [
        ...mine,
        ...mine.map(each => ({
          ...each,
          cluster: 'other',
          clusterUid: 'u',
          vpcId: 'vpc-other',
        })),
      ],
      elsewhere: ['other'],
    },
  },
  'duplicate-load-balancers': {
    holds: { world: 'ingress-alb', scope: scopeOf(doubled({})) },
    not: {
      world: 'ingress-alb',
      scope: scopeOf(doubled({ vpcId: 'vpc-other' })),
    },
  },
  'shared-with-auto-mode': {
    holds: { world: 'ingress-alb', kinds: autoMode(false) },
    not: { world: 'ingress-alb', kinds: autoMode(true) },
  },
  'deleted-in-aws': {
    holds: { world: 'stranded', steps: [0, 1] },
    // The account could not be read.
    not: {
      world: 'stranded',
      steps: [0, 1],
      scope: scopeOf(({ loadBalancers }) => ({
        loadBalancers: loadBalancers && {
          ...loadBalancers,
          coverage: 'denied',
          items: [],
        },
      })),
    },
  },
  'cluster-gone': {
    holds: { world: 'ingress-alb', withoutCluster: true, retired: retired() },
    not: { world: 'ingress-alb', withoutCluster: true },
  },
  'version-one-left': {
    holds: { world: 'foreign' },
    not: { world: 'ingress-alb' },
  },
  'backend-group-left': {
    holds: {
      world: 'service-nlb',
      steps: [0, 1, 2],
      scope: scopeOf(groupsOf('service-nlb', 2)),
    },
    // Load balancers have it.
    not: {
      world: 'service-nlb',
      scope: scopeOf(groupsOf('service-nlb', 0)),
    },
  },
};

function autoMode(multiCluster: boolean): Cases[string]['holds']['kinds'] {
  return all(({ targetGroupBindings: kind }) => ({
    targetGroupBindings: kind && {
      ...kind,
      items: kind.items.map(each => ({
        ...each,
        spec: { ...each.spec, multiClusterTargetGroup: multiCluster },
      })),
    },
    autoModeTargetGroupBindings: kind && {
      ...kind,
      items: kind.items.map(({ metadata, spec }) => ({
        metadata: { ...metadata, labels: {} },
        spec,
      })),
    },
  }));
}

function retired() {
  const [first] = scopeOfStep(alb, LONG_AGO).kinds.loadBalancers?.items ?? [];
  return [
    {
      clusterTag: 'prod-1',
      accountId: alb.accountId,
      region: alb.region,
      vpcId: first.vpcId ?? '',
      by: 'somebody',
      at: LONG_AGO,
    },
  ];
}

describe.each(Object.entries(CASES))('%s', (code, { holds, not }) => {
  it('is found where it is', () => {
    expect(shows(holds, code)).toBe(true);
  });

  it('is not found where it is not', () => {
    expect(shows(not, code)).toBe(false);
  });
});
