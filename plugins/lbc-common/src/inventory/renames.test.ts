import { loadBundledWorld } from 'lbc-sandbox';
import { Observer } from '../__testUtils__/Observer';
import { clusterOfStep, scopeOfStep } from '../__testUtils__/recordings';
import { DEFAULT_LIFECYCLE_SETTINGS } from '../lifecycle';
import { message } from '../messages';
import {
  ClusterBinding,
  ClusterSnapshot,
  EMPTY_UNIT_MEMORY,
  ScopeSnapshot,
  Subject,
  correlateCluster,
  indexScope,
} from '.';

describe('a renamed cluster that was watched before', () => {
  it('is told by both names being bound to it (F7)', () => {
    const world = loadBundledWorld('cluster-name-change');
    const observer = new Observer(world);
    observer.watch(world.steps[0]);
    const { subjects } = observer.watch(world.steps[1]);
    const old = subjects.find(({ state }) => state === 'superseded');
    expect(old?.evidence.map(each => each.message.code)).toEqual([
      'evidence.renamed',
      'evidence.successor',
    ]);
  });
});

describe('a renamed cluster that nobody watched before', () => {
  const world = loadBundledWorld('service-nlb');
  const [step] = world.steps;
  const begin = Date.parse('2026-11-24T00:00:00Z');
  const [name] = step.clusters.keys();

  interface View {
    /** The tag of the old load balancer; its name was made of prod-1. */
    oldTag?: string;
    uid?: string;
    bindings?: ClusterBinding[];
    /** Its targets are still there, and healthy. */
    alive?: boolean;
  }

  function scopeAt(
    at: string,
    { oldTag = 'prod-1', alive }: View,
  ): ScopeSnapshot {
    const scope = scopeOfStep(step, at);
    const { loadBalancers, tags } = scope.kinds;
    const [old] = loadBalancers?.items ?? [];
    const made = {
      ...old,
      arn: old.arn.replace(/[^/]*$/, '0123456789abcdef'),
      name: 'k8s-shop-new-0123456789',
      dnsName: 'new.elb.eu-west-1.amazonaws.com',
      createdAt: '2026-11-23T23:00:00.000Z',
    };
    const oldTags = tags?.items.find(({ arn }) => arn === old.arn)?.tags ?? {};
    const tagged = (clusterTag: string) => ({
      ...oldTags,
      'elbv2.k8s.aws/cluster': clusterTag,
    });
    return {
      ...scope,
      kinds: {
        ...scope.kinds,
        loadBalancers: loadBalancers && {
          ...loadBalancers,
          items: [old, made],
        },
        // Target groups were let go of (O4), so only names are left to tell.
        targetGroups: scope.kinds.targetGroups && {
          ...scope.kinds.targetGroups,
          items: alive ? scope.kinds.targetGroups.items : [],
        },
        tags: tags && {
          ...tags,
          items: [
            { arn: old.arn, tags: tagged(oldTag) },
            { arn: made.arn, tags: tagged('prod-2') },
          ],
        },
      },
    };
  }

  function clusterAt(at: string, { uid }: View): ClusterSnapshot {
    const cluster = clusterOfStep({ step, name, at });
    const { services, deployments } = cluster.kinds;
    return {
      ...cluster,
      kinds: {
        ...cluster.kinds,
        // The controller says the new name.
        deployments: deployments && {
          ...deployments,
          items: JSON.parse(
            JSON.stringify(deployments.items).replaceAll(
              '--cluster-name=prod-1',
              '--cluster-name=prod-2',
            ),
          ),
        },
        services: services && {
          ...services,
          items: services.items.map(service =>
            service.spec?.type === 'LoadBalancer'
              ? {
                  ...service,
                  metadata: {
                    ...service.metadata,
                    ...(uid !== undefined && { uid }),
                  },
                  status: {
                    loadBalancer: {
                      ingress: [
                        { hostname: 'new.elb.eu-west-1.amazonaws.com' },
                      ],
                    },
                  },
                }
              : service,
          ),
        },
      },
    };
  }

  function watch(view: View): Subject[] {
    let memory = EMPTY_UNIT_MEMORY;
    let subjects: Subject[] = [];
    for (let round = 0; round < 6; round++) {
      const at = new Date(begin + round * 360_000).toISOString();
      const later = new Date(begin + round * 360_000 + 5_000).toISOString();
      const result = correlateCluster({
        now: later,
        cluster: clusterAt(later, view),
        scopes: [indexScope(scopeAt(at, view))],
        bindings: view.bindings ?? [],
        elsewhere: [],
        identities: new Map(),
        memory,
        settings: DEFAULT_LIFECYCLE_SETTINGS,
      });
      ({ memory, subjects } = result);
    }
    return subjects;
  }

  const oldAmong = (subjects: readonly Subject[]) =>
    subjects.find(each =>
      each.loadBalancer?.name.startsWith('k8s-edge-mqttin-'),
    );

  it("is told by the owner's UID in the old load balancer's name", () => {
    const old = oldAmong(watch({}));
    expect(old).toMatchObject({
      state: 'superseded',
      owners: [{ kind: 'Service', exists: true }],
    });
    expect(old?.evidence[0]).toMatchObject({
      source: 'aws',
      message: {
        code: 'evidence.renamed-by-uid',
        params: { from: 'prod-1', to: 'prod-2' },
      },
    });
  });

  it.each<[string, View]>([
    [
      'the owner was made anew',
      { uid: '00000000-0000-0000-0000-000000000001' },
    ],
    ['the tag names another cluster than the name', { oldTag: 'prod-3' }],
    [
      'the old name is bound to somebody',
      {
        bindings: [
          {
            clusterTag: 'prod-1',
            accountId: step.accountId,
            region: step.region,
            vpcId: step.vpcId,
            cluster: 'other',
            clusterUid: 'uid-of-other',
            evidence: message('binding.status', {}),
            firstSeenAt: '2026-11-20T00:00:00Z',
            lastSeenAt: '2026-11-23T00:00:00Z',
          },
        ],
      },
    ],
  ])('is not claimed where %s', (_name, view) => {
    expect(oldAmong(watch(view))).toBe(undefined);
  });

  it('is unknown while something answers behind it: a restored copy has the same UIDs', () => {
    expect(oldAmong(watch({ alive: true }))).toMatchObject({
      state: 'unknown',
      because: { code: 'need.targets-known' },
    });
  });

  it('binds no name that its controller does not say: it was handed over', () => {
    const at = new Date(begin).toISOString();
    const cluster = clusterAt(at, {});
    const result = correlateCluster({
      now: at,
      cluster: {
        ...cluster,
        kinds: {
          ...cluster.kinds,
          deployments: clusterOfStep({ step, name, at }).kinds.deployments,
        },
      },
      scopes: [indexScope(scopeAt(at, {}))],
      bindings: [],
      elsewhere: [],
      identities: new Map(),
      memory: EMPTY_UNIT_MEMORY,
      settings: DEFAULT_LIFECYCLE_SETTINGS,
    });
    expect(result.bindings).toEqual([]);
  });

  it('does not bind the old name', () => {
    const at = new Date(begin).toISOString();
    const result = correlateCluster({
      now: at,
      cluster: clusterAt(at, {}),
      scopes: [indexScope(scopeAt(at, {}))],
      bindings: [],
      elsewhere: [],
      identities: new Map(),
      memory: EMPTY_UNIT_MEMORY,
      settings: DEFAULT_LIFECYCLE_SETTINGS,
    });
    expect(result.bindings.map(({ clusterTag }) => clusterTag)).toEqual([
      'prod-2',
    ]);
  });
});
