import fc from 'fast-check';
import {
  knowledge,
  releaseNamed,
} from '../compatibility/__testUtils__/assessed';
import { denied, NOW } from '../compatibility/__testUtils__/clusters';
import { deploymentOf } from '../compatibility/__testUtils__/clusters';
import type { ClusterSnapshot, KubernetesKindName } from '../inventory';
import { loadDelta } from '../knowledge/delta';
import { PARTITION_POLICIES } from '../knowledge/partitions';
import { renderMessage } from '../messages';
import { assessReadiness, AssessReadinessOptions } from './assess';
import { READINESS_CHECKS } from './checks';
import { planMarkdown } from './plan';
import { reportOf, stack, told, worldOf } from './__testUtils__/worlds';

const JUMP = { from: 'v2.17.1', to: 'v3.5.0', minor: '1.34' };

async function problemIn(more: Partial<AssessReadinessOptions>) {
  const answer = await assessReadiness({ ...(await worldOf(JUMP)), ...more });
  if (!('problem' in answer)) {
    throw new Error('There is no problem');
  }
  return [answer.problem, ...answer.details].map(each => renderMessage(each));
}

function without(
  cluster: ClusterSnapshot,
  kind: KubernetesKindName,
  how: 'never' | 'denied' | 'stale',
): ClusterSnapshot {
  const kinds: Record<string, unknown> = { ...cluster.kinds };
  const old = '2026-11-24T11:00:00.000Z';
  if (how === 'never') {
    delete kinds[kind];
  } else if (how === 'denied') {
    kinds[kind] = denied();
  } else {
    kinds[kind] = {
      ...cluster.kinds[kind],
      observedAt: old,
      attemptedAt: old,
    };
  }
  return { ...cluster, kinds: kinds as ClusterSnapshot['kinds'] };
}

/** Kinds that a blocking check reads. */
const BLOCKING = [
  ...new Set(
    READINESS_CHECKS.filter(
      ({ blocking, targets }) =>
        blocking && (!targets || targets.includes('controller')),
    ).flatMap(({ reads }) =>
      reads.flatMap(read =>
        read.startsWith('kubernetes:') && read !== 'kubernetes:version'
          ? [read.slice('kubernetes:'.length) as KubernetesKindName]
          : [],
      ),
    ),
  ),
];

describe('a verdict', () => {
  it('is ready where all that decides was seen and fits', async () => {
    const report = await reportOf(await worldOf(JUMP));
    expect(report.verdict).toBe('ready');
    expect(report.validUntil).toBe('2026-11-24T12:10:00.000Z');
    expect(report.target).toEqual({ kind: 'controller', version: 'v3.5.0' });
  });

  it('is never ready where an input of a blocking check is missing', async () => {
    const options = await worldOf(JUMP);
    const removal = fc.oneof(
      fc
        .tuple(
          fc.constantFrom(...BLOCKING),
          fc.constantFrom(
            'never' as const,
            'denied' as const,
            'stale' as const,
          ),
        )
        .map(([kind, how]) => (given: AssessReadinessOptions) => ({
          ...given,
          cluster: without(given.cluster, kind, how),
        })),
      fc.constantFrom(
        (given: AssessReadinessOptions) => ({
          ...given,
          subjects: { ...given.subjects, whole: false },
        }),
        (given: AssessReadinessOptions) => ({
          ...given,
          cluster: { ...given.cluster, version: undefined },
        }),
        (given: AssessReadinessOptions) => ({
          ...given,
          subjects: {
            ...given.subjects,
            items: given.subjects.items.map(({ drift: _, ...each }) => each),
          },
        }),
        (given: AssessReadinessOptions) => ({
          ...given,
          iam: () => ({
            axis: 'iam' as const,
            status: 'unknown' as const,
            because: { code: 'compatibility.iam-not-read' as const },
            findings: [
              {
                code: 'iam-not-read',
                status: 'unknown' as const,
                message: { code: 'compatibility.iam-not-read' as const },
                evidence: [],
              },
            ],
            notSeen: [],
          }),
        }),
        (given: AssessReadinessOptions) => ({
          ...given,
          iamObservedAt: '2026-11-24T01:00:00.000Z',
        }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(removal, { minLength: 1, maxLength: 3 }),
        async removals => {
          const answer = await assessReadiness(
            removals.reduce<AssessReadinessOptions>(
              (given, remove) => remove(given),
              options,
            ),
          );
          const verdict =
            'problem' in answer ? 'cannot-determine' : answer.verdict;
          expect(['cannot-determine', 'not-ready']).toContain(verdict);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('takes a word for what was not seen, as a warning and until it expires', async () => {
    const options = await worldOf(JUMP);
    const blind = {
      ...options,
      cluster: without(options.cluster, 'endpointSlices', 'denied'),
    };
    expect((await reportOf(blind)).verdict).toBe('cannot-determine');
    const attestation = {
      cluster: 'prod-1',
      check: 'LBC-WEBHOOK-001',
      target: { kind: 'controller' as const, version: 'v3.5.0' },
      by: 'user:default/ann',
      why: 'I wrote an Ingress a minute ago',
      at: '2026-11-24T11:00:00.000Z',
      expiresAt: '2026-11-24T12:05:00.000Z',
    };
    const attested = await reportOf({ ...blind, attestations: [attestation] });
    expect(attested.verdict).toBe('ready-with-warnings');
    expect(attested.validUntil).toBe('2026-11-24T12:05:00.000Z');
    expect(
      attested.findings.find(({ code }) => code === 'LBC-WEBHOOK-001')
        ?.attestation?.by,
    ).toBe('user:default/ann');
    for (const other of [
      { expiresAt: NOW },
      { cluster: 'prod-2' },
      { target: { kind: 'controller' as const, version: 'v3.4.3' } },
    ]) {
      const report = await reportOf({
        ...blind,
        attestations: [{ ...attestation, ...other }],
      });
      expect(report.verdict).toBe('cannot-determine');
    }
  });

  it('lets nobody’s word make old inputs new', async () => {
    const options = await worldOf(JUMP);
    const report = await reportOf({
      ...options,
      cluster: without(options.cluster, 'ingresses', 'stale'),
      attestations: READINESS_CHECKS.map(({ code }) => ({
        cluster: 'prod-1',
        check: code,
        target: { kind: 'controller' as const, version: 'v3.5.0' },
        by: 'user:default/ann',
        why: 'because',
        at: '2026-11-24T11:00:00.000Z',
        expiresAt: '2026-12-24T11:00:00.000Z',
      })),
    });
    expect(report.verdict).toBe('cannot-determine');
  });
});

describe('what the restart applies at once', () => {
  const drifted = (
    kind: 'replaces' | 'reverted-at-next-reconcile',
    path: string,
    expected: string | null,
  ) => ({
    subjects: {
      items: [
        stack({
          drift: {
            observedAt: NOW,
            facet: 'found' as const,
            findings: [
              {
                message: { code: 'compatibility.no-feature' as const },
                path,
                expected,
                live: 'x',
                kind,
              },
            ],
            moreFindings: 0,
            notExamined: [],
            compared: 9,
          },
          facets: { ...stack().facets, drift: 'found' },
        }),
      ],
      whole: true,
      notSeen: [],
    },
  });

  it.each([
    [
      'replaces',
      'loadBalancer.scheme',
      'internal',
      'fail pending-replacement',
      'replaced',
    ],
    [
      'reverted-at-next-reconcile',
      'rules.443:7',
      null,
      'fail pending-deletion',
      'none',
    ],
    [
      'reverted-at-next-reconcile',
      'listeners.443.sslPolicy',
      'a',
      'warn pending-revert',
      'none',
    ],
  ] as const)('%s of %s', async (kind, path, expected, found, effect) => {
    const options = await worldOf(JUMP);
    const report = await reportOf({
      ...options,
      ...drifted(kind, path, expected),
    });
    expect(told(report)).toContain(`LBC-PENDING-001 ${found}`);
    expect(report.effects.map(each => each.effect)).toEqual([effect]);
  });
});

describe('bad input', () => {
  it('says what a target older than the current one can’t take back', async () => {
    const [problem, ...details] = await problemIn({
      target: { kind: 'controller', version: '2.16.0' },
    });
    expect(problem).toMatch(/v2\.16\.0 is older than v2\.17\.1/);
    expect(details.join(' ')).toMatch(/stay/);
  });

  it.each([
    [{ kind: 'controller', version: 'v2.17.1' }, /runs v2\.17\.1 already/],
    [
      { kind: 'controller', version: 'v9.9.9' },
      /not known here; the newest that is known is v3\.5\.0/,
    ],
    [{ kind: 'controller', version: 'latest' }, /no release/],
    [{ kind: 'kubernetes', version: '1.34' }, /runs Kubernetes 1\.34 already/],
    [{ kind: 'kubernetes', version: '1.33' }, /can’t go back/],
    [{ kind: 'kubernetes', version: 'x' }, /no minor version/],
  ] as const)('%j', async (target, said) => {
    expect((await problemIn({ target: { ...target } }))[0]).toMatch(said);
  });

  it('fails over two controllers, and says which one it judged', async () => {
    const image = 'public.ecr.aws/eks/aws-load-balancer-controller:v2.17.1';
    const options = await worldOf({
      ...JUMP,
      kinds: {
        deployments: [
          deploymentOf({ image }),
          deploymentOf({ image, name: 'other', namespace: 'other' }),
        ],
      },
    });
    const report = await reportOf(options);
    expect(told(report)).toContain('LBC-DUP-002 fail two-controllers');
    expect(report.verdict).toBe('not-ready');
  });
});

describe('targets', () => {
  it('proposes the newest that fits, and the next Kubernetes', async () => {
    const { target: _, ...options } = await worldOf(JUMP);
    const report = await reportOf(options);
    expect(report.target.version).toBe('v3.5.0');
    expect(report.proposals.filter(({ best }) => best)).toMatchObject([
      { target: { version: 'v3.5.0' } },
    ]);
    expect(report.proposals[report.proposals.length - 1].target).toEqual({
      kind: 'kubernetes',
      version: '1.35',
    });
  });

  it('judges another Kubernetes under an unchanged controller', async () => {
    const report = await reportOf(
      await worldOf({
        ...JUMP,
        from: 'v2.3.1',
        to: 'v2.3.1',
        minor: '1.21',
        more: { target: { kind: 'kubernetes', version: '1.22' } },
      }),
    );
    expect(told(report)).toContain('LBC-K8S-001 fail kubernetes-too-new');
    const fits = await reportOf(
      await worldOf({
        ...JUMP,
        to: JUMP.from,
        more: { target: { kind: 'kubernetes', version: '1.35' } },
      }),
    );
    expect(told(fits)).toEqual([
      'LBC-QUOTA-001 unknown quotas-not-read',
      'LBC-ROLLOUT-003 warn no-budget',
    ]);
  });
});

describe('a plan', () => {
  it('is in the order in which it is done', async () => {
    const options = await worldOf({
      from: 'v3.4.3',
      to: 'v3.5.0',
      iam: 'v2.12.0',
      crds: 'v3.4.3',
      gateways: { sides: ['alb', 'nlb'], crdsOf: 'v3.4.3' },
    });
    const report = await reportOf(options);
    const phases = report.plan.map(({ phase }) => phase);
    expect([...new Set(phases)]).toEqual([
      'baseline',
      'iam',
      'gateway-api-crds',
      'crds',
      'upgrade',
      'watch',
      'compare',
      'rollback',
    ]);
    expect(
      report.plan.find(({ phase }) => phase === 'iam')?.snippet?.text,
    ).toMatch(/DescribeRouteTables/);
    const text = planMarkdown(report);
    expect(text).toMatch(
      /server-side -f https:\/\/github\.com\/kubernetes-sigs\/gateway-api/,
    );
    expect(planMarkdown(report, { checklist: true })).toMatch(/^- \[ \] /m);
  });

  it('goes stop by stop, and says what can’t be rolled back', async () => {
    const report = await reportOf(
      await worldOf({ from: 'v2.4.7', to: 'v3.5.0', minor: '1.24' }),
    );
    expect(
      report.plan.flatMap(({ phase, stop }) =>
        phase === 'upgrade' ? [stop ?? 'target'] : [],
      ),
    ).toEqual(['v2.8.0', 'target']);
    expect(
      report.plan
        .filter(({ phase }) => phase === 'rollback')
        .map(({ message: said }) => said.code),
    ).toContain('plan.lock-back');
  });

  it('lets no name become markup', async () => {
    const options = await worldOf(JUMP);
    const report = await reportOf({
      ...options,
      cluster: {
        ...options.cluster,
        cluster: 'x](javascript:alert(1)) <img src=x> @all',
      },
    });
    // What stands in a block of code is shown as it is.
    const text = planMarkdown(report).replace(/```[\s\S]*?```/g, '');
    expect(text).not.toMatch(/(?<!\\)<img|@all|(?<!\\)\]\(javascript/);
  });
});

it('has all of upstream’s IAM delta, of adjacent releases and of random pairs', async () => {
  const versions = knowledge.releases.map(({ version }) => version);
  const adjacent = versions
    .slice(1)
    .map((to, index) => [versions[index], to] as const);
  const pairs = fc.sample(
    fc
      .tuple(
        fc.nat({ max: versions.length - 1 }),
        fc.nat({ max: versions.length - 1 }),
      )
      .filter(([a, b]) => a < b)
      .map(([a, b]) => [versions[a], versions[b]] as const),
    { numRuns: 200, seed: 7 },
  );
  for (const [from, to] of [...adjacent, ...pairs]) {
    const [older, newer] = await Promise.all([
      releaseNamed(from),
      releaseNamed(to),
    ]);
    for (const partition of Object.values(PARTITION_POLICIES)) {
      const delta = await loadDelta(knowledge, { from, to, partition });
      const before = new Set(
        (older.iam[partition] ?? []).map(({ action }) => action),
      );
      const added = (newer.iam[partition] ?? [])
        .map(({ action }) => action)
        .filter(action => !before.has(action));
      expect(new Set(delta?.iam.added.map(({ action }) => action))).toEqual(
        new Set(added),
      );
    }
  }
}, 120_000);
