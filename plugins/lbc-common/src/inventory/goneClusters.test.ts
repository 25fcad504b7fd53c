import { loadBundledWorld } from 'lbc-sandbox';
import { clusterOfStep, scopeOfStep } from '../__testUtils__/recordings';
import { eksArnOf } from '../identity/eks';
import { DEFAULT_LIFECYCLE_SETTINGS } from '../lifecycle';
import { message } from '../messages';
import {
  AwsEksCluster,
  ClusterBinding,
  EMPTY_UNIT_MEMORY,
  ScopeSnapshot,
  Subject,
  TargetBindingsOfCluster,
  correlateCluster,
  correlateUnclaimed,
  indexScope,
} from '.';

// What the cluster left, after it was taken out of the portal.
const world = loadBundledWorld('ingress-alb');
const [first, , , step] = world.steps;
const begin = Date.parse('2026-11-24T00:00:00Z');
const ARN = `arn:aws:eks:${step.region}:${step.accountId}:cluster/prod`;
const ENDPOINT = 'https://0123456789ABCDEF.gr7.eu-west-1.eks.amazonaws.com';
const gone: AwsEksCluster = { arn: ARN, name: 'prod', exists: false };
const there: AwsEksCluster = { ...gone, exists: true, endpoint: ENDPOINT };

const binding: ClusterBinding = {
  clusterTag: 'prod-1',
  accountId: step.accountId,
  region: step.region,
  vpcId: step.vpcId,
  cluster: 'prod-1',
  clusterUid: 'uid-1',
  evidence: message('binding.status', {}),
  eksArn: ARN,
  firstSeenAt: '2026-11-20T00:00:00Z',
  lastSeenAt: '2026-11-23T00:00:00Z',
};

type Answer = AwsEksCluster | 'failed' | 'off';

function see(
  answer: Answer,
  at: string,
  state: string,
  switchedOffAt?: string,
): ScopeSnapshot {
  const scope = scopeOfStep(step, at);
  const health = new Map(
    [...scope.health].map(([arn, each]) => [
      arn,
      { ...each, targets: each.targets.map(target => ({ ...target, state })) },
    ]),
  );
  return {
    ...scope,
    health,
    kinds: {
      ...scope.kinds,
      ...(answer !== 'off' && {
        eksClusters:
          answer === 'failed'
            ? { coverage: 'failed', attemptedAt: at, items: [gone] }
            : {
                coverage: 'complete',
                sweptAt: switchedOffAt ?? at,
                observedAt: switchedOffAt ?? at,
                attemptedAt: at,
                items: [answer],
              },
      }),
    },
  };
}

/** Sweeps every six hours; the answers of EKS one after the other, the last one stays. */
function watch(options: {
  answers?: Answer[];
  bindings?: ClusterBinding[];
  elsewhere?: TargetBindingsOfCluster[];
  rounds?: number;
  state?: string;
  frozenAt?: string;
}) {
  const { answers = [gone], bindings = [binding], elsewhere = [] } = options;
  let memory = EMPTY_UNIT_MEMORY;
  let subject: Subject | undefined;
  let review: string | undefined;
  for (let round = 0; round < (options.rounds ?? 9); round++) {
    const at = new Date(begin + round * 6 * 3_600_000).toISOString();
    const answer = answers[Math.min(round, answers.length - 1)];
    const result = correlateUnclaimed({
      now: at,
      scope: indexScope(
        see(answer, at, options.state ?? 'unhealthy', options.frozenAt),
      ),
      bindings,
      claimed: new Set(),
      retired: [],
      elsewhere,
      memory,
      settings: DEFAULT_LIFECYCLE_SETTINGS,
    });
    memory = result.memory;
    review = result.nextReviewAt;
    [subject] = result.subjects;
  }
  return { subject, memory, review };
}

describe('a load balancer whose cluster EKS does not have any more', () => {
  it('is orphaned once EKS said so twice, 24 hours apart', () => {
    const { subject } = watch({});
    expect(subject).toMatchObject({
      state: 'orphaned',
      grade: 'inferred',
      because: { code: 'state.orphaned-not-in-eks' },
    });
    const line = subject?.evidence.find(
      each => each.message.code === 'proof.cluster-gone',
    );
    expect(line).toMatchObject({
      source: 'aws',
      message: { params: { arn: ARN, firstAt: '2026-11-24T00:00:00.000Z' } },
    });
  });

  it('is unknown until then, and looked at again when the wait is over', () => {
    const { subject, review } = watch({ rounds: 4 });
    expect(subject?.state).toBe('unknown');
    expect(review).toBe('2026-11-25T00:00:00.000Z');
  });

  it.each<[string, Parameters<typeof watch>[0]]>([
    ['EKS has it again', { answers: [gone, gone, gone, gone, gone, there] }],
    [
      'EKS had it in between, and 24 hours are not over since',
      { answers: [gone, gone, gone, gone, gone, gone, there, gone] },
    ],
    ['EKS never answered', { answers: ['failed'] }],
    ['EKS is not asked', { answers: ['off'] }],
    [
      'EKS was asked long ago, and then switched off',
      { frozenAt: '2026-11-24T00:00:00.000Z' },
    ],
    ['a target is healthy', { state: 'healthy' }],
    ['no cluster was ever bound', { bindings: [] }],
    [
      'nobody knows which EKS cluster it was',
      { bindings: [{ ...binding, eksArn: undefined }] },
    ],
    [
      'the tag is bound in every VPC, by configuration',
      { bindings: [{ ...binding, vpcId: undefined }] },
    ],
    [
      'another cluster was bound to the tag there, too',
      {
        bindings: [
          binding,
          { ...binding, cluster: 'other', eksArn: `${ARN}-2` },
        ],
      },
    ],
    [
      'another cluster of nobody knows where was bound to the tag there',
      {
        bindings: [
          binding,
          { ...binding, cluster: 'other', eksArn: undefined },
        ],
      },
    ],
    [
      'the portal still has the cluster',
      {
        elsewhere: [{ cluster: 'prod-1', coverage: 'complete', bindings: [] }],
      },
    ],
  ])('is not orphaned where %s', (_name, options) => {
    expect(watch(options).subject?.state).toBe('unknown');
  });
});

describe('which EKS cluster a cluster is', () => {
  const at = new Date(begin).toISOString();
  const scopeWith = (...items: AwsEksCluster[]) => {
    const scope = scopeOfStep(first, at);
    return indexScope({
      ...scope,
      kinds: {
        ...scope.kinds,
        eksClusters: { coverage: 'complete', attemptedAt: at, items },
      },
    });
  };
  const find = (
    cluster: { apiServer?: string; eksArn?: string },
    ...items: AwsEksCluster[]
  ) => eksArnOf(cluster, [scopeWith(...items)]);

  it('is told by the address of the API server', () => {
    expect(find({ apiServer: `${ENDPOINT}/` }, there)).toBe(ARN);
    expect(find({ apiServer: `${ENDPOINT.toLowerCase()}:443` }, there)).toBe(
      ARN,
    );
    expect(find({ apiServer: 'https://127.0.0.1:6443' }, there)).toBe(
      undefined,
    );
    expect(find({ apiServer: ENDPOINT }, gone)).toBe(undefined);
    expect(
      find({ apiServer: ENDPOINT }, there, { ...there, arn: `${ARN}-2` }),
    ).toBe(undefined);
  });

  it('is told by an operator, once EKS had it', () => {
    expect(find({ eksArn: ARN }, there)).toBe(ARN);
    expect(find({ eksArn: ARN }, gone)).toBe(undefined);
    expect(find({ eksArn: ARN })).toBe(undefined);
  });

  it('is named beside every verdict where EKS does not have it any more', () => {
    const cluster = clusterOfStep({ step: first, name: 'prod-1', at });
    const { subjects } = correlateCluster({
      now: at,
      cluster,
      scopes: [scopeWith(gone)],
      bindings: [{ ...binding, clusterUid: cluster.uid ?? '' }],
      elsewhere: [],
      identities: new Map(),
      memory: EMPTY_UNIT_MEMORY,
      settings: DEFAULT_LIFECYCLE_SETTINGS,
    });
    expect(subjects[0].evidence).toContainEqual(
      expect.objectContaining({
        role: 'context',
        message: {
          code: 'evidence.cluster-not-in-eks',
          params: { cluster: 'prod-1', arn: ARN },
        },
      }),
    );
    expect(subjects[0].state).not.toBe('orphaned');
  });

  it('is written on the bindings that are seen then', () => {
    const result = correlateCluster({
      now: at,
      cluster: {
        ...clusterOfStep({ step: first, name: 'prod-1', at }),
        apiServer: ENDPOINT,
      },
      scopes: [scopeWith(there)],
      bindings: [],
      elsewhere: [],
      identities: new Map(),
      memory: EMPTY_UNIT_MEMORY,
      settings: DEFAULT_LIFECYCLE_SETTINGS,
    });
    expect(result.bindings).toMatchObject([
      { clusterTag: 'prod-1', eksArn: ARN },
    ]);
  });
});
