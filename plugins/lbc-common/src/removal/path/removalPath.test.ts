import { loadBundledWorld } from 'lbc-sandbox';
import { Observer } from '../../__testUtils__/Observer';
import {
  clusterOfStep,
  clustersOfWorld,
  scopeOfStep,
  securityGroupsOfStep,
} from '../../__testUtils__/recordings';
import { removalSubject } from '../../__testUtils__/removals';
import { read } from '../../compatibility/__testUtils__/clusters';
import { DEFAULT_PRICES } from '../../cost';
import type { AwsIamRole, ClusterSnapshot } from '../../inventory';
import { renderMessage } from '../../messages';
import { RemovalPath, RemovalPathInput, removalPath } from '.';

/** As the recorded service account names it. */
const ROLE = recordedRole();
const FINALIZERS_BY_HAND = /patch|--type[= ]json|metadata\/finalizers/;

const role = (more: Partial<AwsIamRole> = {}): AwsIamRole => ({
  arn: ROLE,
  name: 'lbc-prod-1',
  exists: true,
  usedBy: [
    {
      cluster: 'prod-1',
      namespace: 'kube-system',
      serviceAccount: 'aws-load-balancer-controller',
    },
  ],
  policies: [
    {
      name: 'AWSLoadBalancerController',
      arn: 'arn:aws:iam::123456789012:policy/AWSLoadBalancerController',
    },
    { name: 'ReadOnly', arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
  ],
  trust: {
    name: 'trust',
    document: {
      Statement: [
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRoleWithWebIdentity',
          Principal: {
            Federated:
              'arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABC',
          },
        },
      ],
    },
  },
  unread: [],
  ...more,
});

function recordedRole(): string {
  const [step] = loadBundledWorld('ingress-alb').steps;
  const { kinds } = clusterOfStep({
    step,
    name: 'prod-1',
    at: step.recordedAt,
  });
  return (
    kinds.serviceAccounts?.items.flatMap(
      ({ metadata }) =>
        metadata.annotations?.['eks.amazonaws.com/role-arn'] ?? [],
    )[0] ?? 'none'
  );
}

/** A recording as the portal sees it at a step, with all that may be read. */
function seenAt(
  world: string,
  index: number,
  more: Partial<RemovalPathInput> = {},
): RemovalPathInput {
  const loaded = loadBundledWorld(world);
  const observer = new Observer(loaded);
  const [name] = clustersOfWorld(loaded);
  const rounds = loaded.steps
    .slice(0, index + 1)
    .map(each => observer.watch(each));
  const step = loaded.steps[index];
  const { subjects } = rounds[index];
  const now =
    subjects
      .map(({ observedAt }) => observedAt)
      .sort()
      .pop() ?? '';
  const scope = scopeOfStep(step, now);
  const cluster = clusterOfStep({ step, name, at: now });
  return {
    now,
    cluster,
    controllers: (cluster.kinds.deployments?.items ?? [])
      .filter(({ metadata }) => /load-balancer/.test(metadata.name))
      .map(({ metadata, spec, status }) => ({
        cluster: name,
        namespace: metadata.namespace,
        name: metadata.name,
        flags: {},
        replicas: { wanted: spec?.replicas ?? 0, ready: 0 },
        liveness: (status?.readyReplicas ?? 0) > 0 ? 'alive' : 'gone',
        because: { code: 'compatibility.no-feature' },
        evidence: [],
        observedAt: now,
      })),
    scopes: [
      {
        ...scope,
        kinds: {
          ...scope.kinds,
          securityGroups: securityGroupsOfStep(step, now),
        },
      },
    ],
    bindings: observer.bindings.filter(each => each.cluster === name),
    subjects: {
      items: subjects.map(each => removalSubject(each, { since: now })),
      whole: true,
    },
    iam: { accountIds: [], roles: {} },
    prices: DEFAULT_PRICES,
    cadence: { kubernetesSeconds: 300, awsSeconds: 300 },
    ...more,
  };
}

/** The same, with nothing of the controller left but itself. */
function emptied(input: RemovalPathInput): RemovalPathInput {
  const { kinds } = input.cluster;
  const none = <T>(kind: T | undefined) => kind && { ...kind, items: [] };
  return {
    ...input,
    cluster: {
      ...input.cluster,
      kinds: {
        ...kinds,
        ingresses: none(kinds.ingresses),
        services: none(kinds.services),
        targetGroupBindings: none(kinds.targetGroupBindings),
        gateways: none(kinds.gateways),
        globalAccelerators: none(kinds.globalAccelerators),
      },
    },
    scopes: input.scopes.map(scope => ({
      ...scope,
      kinds: {
        ...scope.kinds,
        loadBalancers: none(scope.kinds.loadBalancers),
        targetGroups: none(scope.kinds.targetGroups),
        securityGroups: scope.kinds.securityGroups && {
          ...scope.kinds.securityGroups,
          items: scope.kinds.securityGroups.items.filter(({ tags }) =>
            Object.values(tags).includes('backend-sg'),
          ),
        },
      },
    })),
    subjects: { items: [], whole: true },
  };
}

const gates = ({ gates: all }: RemovalPath) =>
  Object.fromEntries(
    all.map(({ id, status, count }) => [
      id,
      count === undefined ? status : `${status} ${count}`,
    ]),
  );

const acts = ({ steps, leftovers }: RemovalPath) =>
  [...steps, ...leftovers].flatMap(({ commands }) =>
    commands.map(({ text }) => text),
  );

describe('an Ingress that is served', () => {
  const input = seenAt('ingress-alb', 0);
  const path = removalPath(input);

  it('keeps the controller, counted by what only it can take away', () => {
    expect(path.verdict).toBe('not-yet');
    expect(gates(path)).toEqual({
      controller: 'met',
      ingresses: 'open 1',
      services: 'met 0',
      gateways: 'met 0',
      'global-accelerators': 'met 0',
      'target-bindings': 'open 2',
      terminating: 'met 0',
      failing: 'met 0',
      'load-balancers': 'open 1',
      'target-groups': 'open 2',
      'security-groups': 'open 1',
      'readiness-gates': 'unknown',
    });
  });

  it('goes in good order, and shows a command only where nothing stands before it', () => {
    expect(path.steps.map(({ id }) => id)).toEqual([
      'move-traffic',
      'owners',
      'wait',
      'target-bindings',
      'classes',
      'controller',
      'crds',
      'iam',
    ]);
    expect(acts(path)).toEqual([
      'kubectl delete ingresses.networking.k8s.io -n shop web',
    ]);
    expect(path.steps.find(({ id }) => id === 'controller')?.waitsFor).toEqual([
      'ingresses',
      'target-bindings',
      'load-balancers',
      'target-groups',
      'security-groups',
    ]);
  });

  it('says how to see that AWS is empty, and when the portal looks again', () => {
    expect(path.waiting.commands.map(({ text }) => text)).toEqual([
      expect.stringMatching(
        /^aws elbv2 describe-load-balancers --load-balancer-arns arn:/,
      ),
      expect.stringContaining('elasticloadbalancing:loadbalancer'),
      expect.stringContaining('elasticloadbalancing:targetgroup'),
      expect.stringContaining('describe-security-groups'),
    ]);
    expect(path.waiting.sources).toHaveLength(2);
    for (const { observedAt = '', nextAt = '' } of path.waiting.sources) {
      expect(Date.parse(nextAt) - Date.parse(observedAt)).toBe(300_000);
    }
  });

  it('says what stays behind, with its proof', () => {
    const found = path.leftovers.map(({ kind, status }) => `${kind} ${status}`);
    expect(found).toEqual(
      expect.arrayContaining([
        'webhook-configuration there',
        'crd there',
        'backend-security-group there',
        'iam-role unknown',
        'pod-identity unknown',
      ]),
    );
  });

  it('guesses no cost of a Region without a price', () => {
    expect(path.cost).toMatchObject({ loadBalancers: 1, sure: 'unknown' });
    expect(path.cost.monthly).toBeUndefined();
    const priced = removalPath({
      ...input,
      prices: {
        ...DEFAULT_PRICES,
        regions: { 'eu-west-1': { application: 0.03 } },
      },
    });
    expect(priced.cost).toMatchObject({ sure: 'at-least', loadBalancers: 1 });
    expect(priced.cost.monthly).toBeGreaterThan(20);
  });
});

it('wants the controller back before anything is deleted', () => {
  const path = removalPath(seenAt('ingress-alb', 1));
  expect(gates(path)).toMatchObject({ controller: 'open' });
  expect(path.steps[0].id).toBe('start-controller');
  expect(acts(path)).toEqual([]);
});

it('counts what waits for ever, and the orphan that it becomes', () => {
  const stuck = removalPath(seenAt('ingress-alb', 2));
  expect(gates(stuck)).toMatchObject({
    terminating: 'open 1',
    'load-balancers': 'open 1',
  });
  const orphan = removalPath(seenAt('ingress-alb', 3));
  expect(gates(orphan)).toMatchObject({
    ingresses: 'met 0',
    'load-balancers': 'open 1',
  });
});

it('counts a Service and a Gateway by their finalizers', () => {
  expect(gates(removalPath(seenAt('service-nlb', 0)))).toMatchObject({
    services: expect.stringMatching(/^open [1-9]/),
  });
  expect(gates(removalPath(seenAt('gateway-alb', 0)))).toMatchObject({
    gateways: expect.stringMatching(/^open [1-9]/),
  });
});

describe('nothing left', () => {
  const input = emptied(
    seenAt('ingress-alb', 0, {
      iam: {
        accountIds: ['123456789012'],
        roles: { '123456789012': read([role()]) },
      },
    }),
  );

  it('lets the controller go, with all that it leaves behind', () => {
    const path = removalPath(input);
    expect(path).toMatchObject({ verdict: 'ready', cost: { monthly: 0 } });
    const commands = acts(path).join('\n');
    expect(commands).toMatch(/^helm uninstall|delete deployments/m);
    expect(commands).toMatch(/delete customresourcedefinitions/);
    expect(commands).toMatch(/ec2 delete-security-group/);
    expect(commands).toMatch(/iam delete-role --role-name lbc-prod-1/);
    expect(commands).not.toMatch(/ReadOnlyAccess/);
    // The provider is the cluster's.
    expect(commands).not.toMatch(/open-id-connect/);
  });

  it('leaves a role alone that somebody else has, too', () => {
    const shared = removalPath({
      ...input,
      iam: {
        accountIds: ['123456789012'],
        roles: {
          '123456789012': read([
            role({
              usedBy: [
                ...role().usedBy,
                {
                  cluster: 'prod-2',
                  namespace: 'kube-system',
                  serviceAccount: 'lbc',
                },
              ],
            }),
          ]),
        },
      },
    });
    const found = shared.leftovers.find(({ kind }) => kind === 'iam-role');
    expect(found).toMatchObject({
      status: 'there',
      commands: [],
      blockers: [
        expect.objectContaining({ code: 'removal-leftover.role-shared' }),
      ],
    });
  });

  const KINDS = [
    'namespaces',
    'ingresses',
    'ingressClasses',
    'services',
    'targetGroupBindings',
    'gateways',
  ] as const;
  it.each(KINDS)('is not known without %s', kind => {
    for (const coverage of ['denied', 'partial', 'failed'] as const) {
      const { kinds } = input.cluster;
      const cluster: ClusterSnapshot = {
        ...input.cluster,
        kinds: {
          ...kinds,
          [kind]: {
            attemptedAt: input.now,
            ...kinds[kind],
            items: [],
            coverage,
          },
        },
      };
      const path = removalPath({ ...input, cluster });
      expect(path.verdict).toBe('unknown');
      expect(
        acts(path).filter(text => !/delete (ingress|gateway)class/.test(text)),
      ).toEqual([]);
    }
    const { [kind]: _, ...without } = input.cluster.kinds;
    const never = { ...input.cluster, kinds: without };
    expect(removalPath({ ...input, cluster: never }).verdict).toBe('unknown');
  });

  it.each(['loadBalancers', 'targetGroups', 'securityGroups'] as const)(
    'is not known without %s of AWS',
    kind => {
      const change = (coverage: 'denied' | 'partial' | undefined) =>
        removalPath({
          ...input,
          scopes: input.scopes.map(scope => {
            const { [kind]: whole, ...rest } = scope.kinds;
            return {
              ...scope,
              kinds:
                coverage && whole
                  ? { ...rest, [kind]: { ...whole, coverage } }
                  : rest,
            };
          }),
        });
      for (const path of [
        change('denied'),
        change('partial'),
        change(undefined),
      ]) {
        expect(path.verdict).toBe('unknown');
      }
    },
  );

  it('is not known by what is old, of another place, or untagged', () => {
    const later = new Date(Date.parse(input.now) + 700_000).toISOString();
    expect(removalPath({ ...input, now: later }).verdict).toBe('unknown');
    expect(removalPath({ ...input, scopes: [] }).verdict).toBe('unknown');
    const { serviceAccounts: _, ...kinds } = input.cluster.kinds;
    const nowhere = {
      ...input,
      bindings: [],
      cluster: { ...input.cluster, kinds },
    };
    // Where its load balancers would be neither proof nor role says.
    expect(removalPath(nowhere).verdict).toBe('unknown');
    // The role's account is where its calls go.
    expect(removalPath({ ...input, bindings: [] }).verdict).toBe('ready');
    const full = seenAt('ingress-alb', 0);
    const untagged = removalPath({
      ...input,
      scopes: full.scopes.map(scope => ({
        ...scope,
        kinds: { ...scope.kinds, tags: read([]) },
      })),
    });
    expect(gates(untagged)['load-balancers']).toBe('unknown');
    expect(
      removalPath({ ...input, subjects: { items: [], whole: false } }).verdict,
    ).toBe('unknown');
  });

  it('needs no controller any more', () => {
    const path = removalPath({
      ...input,
      controllers: [],
      cluster: {
        ...input.cluster,
        kinds: { ...input.cluster.kinds, deployments: read([]) },
      },
    });
    expect(gates(path).controller).toBe('met');
    expect(path.steps.map(({ id }) => id)).not.toContain('controller');
    expect(
      path.leftovers.find(({ kind }) => kind === 'webhook-configuration')
        ?.because.code,
    ).toBe('removal-leftover.webhook-alone');
  });
});

it('never tells anybody to take a finalizer away', () => {
  for (const index of [0, 1, 2, 3]) {
    const path = removalPath(seenAt('ingress-alb', index));
    for (const { message, commands, checks } of path.steps) {
      expect(renderMessage(message)).not.toMatch(/^(remove|take|patch)/i);
      for (const { text } of [...commands, ...checks]) {
        expect(text).not.toMatch(FINALIZERS_BY_HAND);
      }
    }
  }
});
