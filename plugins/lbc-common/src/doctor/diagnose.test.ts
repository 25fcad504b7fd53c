import { parse } from 'yaml';
import { message, renderMessage } from '../messages';
import { diagnose } from './diagnose';
import type { DoctorInput, DoctorSource, DoctorTargetInput } from './types';

const NOW = '2026-11-24T12:00:00.000Z';
const BEFORE = '2026-11-24T11:58:00.000Z';

function source(kind: string, more: Partial<DoctorSource> = {}): DoctorSource {
  return {
    kind,
    coverage: 'complete',
    observedAt: BEFORE,
    attemptedAt: BEFORE,
    ...more,
  };
}

function cluster(more: Partial<DoctorTargetInput> = {}): DoctorTargetInput {
  return {
    id: 'cluster:prod-1',
    kind: 'cluster',
    name: 'prod-1',
    observedAt: BEFORE,
    cadenceSeconds: 300,
    sources: [source('namespaces'), source('gateways', { coverage: 'absent' })],
    notRead: [],
    holds: { controllers: 1, subjects: 3 },
    ...more,
  };
}

function scope(more: Partial<DoctorTargetInput> = {}): DoctorTargetInput {
  return {
    id: 'scope:111111111111/eu-west-1',
    kind: 'scope',
    name: '111111111111/eu-west-1',
    observedAt: BEFORE,
    cadenceSeconds: 300,
    sources: [source('loadBalancers'), source('tags')],
    notRead: [],
    ...more,
  };
}

function input(more: Partial<DoctorInput> = {}): DoctorInput {
  return {
    now: NOW,
    targets: [cluster(), scope()],
    optional: { ec2: true, eks: true, iam: true },
    problems: [],
    suggestedScopes: [],
    clusterTags: [],
    jobs: { due: 0, running: 0, overdue: 0, failing: 0, failures: [] },
    rules: { version: 4, units: [{ version: 4, count: 2 }] },
    ...more,
  };
}

/** All findings, those of targets first. */
function findingsOf(more: Partial<DoctorInput>) {
  const { targets, findings } = diagnose(input(more));
  return [...targets.flatMap(each => each.findings), ...findings];
}

function refused(accountId: string, operation: string) {
  return message('source.aws-denied', { accountId, operation, detail: 'no' });
}

describe('the verdict', () => {
  it('is that all is seen, where everything is', () => {
    const diagnosis = diagnose(input());
    expect(diagnosis).toMatchObject({
      verdict: 'all-seen',
      targets: [{ status: 'seen', seen: 2, of: 2 }, { status: 'seen' }],
      findings: [],
    });
    expect(renderMessage(diagnosis.because)).toMatch(/^Everything is seen/);
  });

  it.each(['complete', 'partial'] as const)(
    'does not call seen what only follows, beside what is %s',
    coverage => {
      const reason = message('sweep.health-unread', { count: 2 });
      const { verdict, targets } = diagnose(
        input({
          targets: [
            cluster(),
            scope({
              sources: [
                source('loadBalancers'),
                source('targetHealth', {
                  coverage,
                  ...(coverage === 'partial' && { reason }),
                }),
              ],
            }),
          ],
        }),
      );
      expect({ verdict, status: targets[1].status }).toEqual(
        coverage === 'complete'
          ? { verdict: 'all-seen', status: 'seen' }
          : { verdict: 'something-missing', status: 'partly' },
      );
      expect(targets[1].findings.map(({ message: said }) => said)).toEqual(
        coverage === 'complete' ? [] : [reason],
      );
    },
  );

  it('calls nothing seen of which a kind is not whole, whatever it is', () => {
    const { verdict } = diagnose(
      input({
        targets: [
          cluster({
            sources: [
              source('namespaces'),
              source('no-kind-of-ours', { coverage: 'failed' }),
            ],
          }),
          scope(),
        ],
      }),
    );
    expect(verdict).toBe('something-missing');
  });

  it('is not spoilt by what is only worth knowing', () => {
    const { verdict, findings } = diagnose(
      input({ optional: { ec2: false, eks: true, iam: true } }),
    );
    expect(verdict).toBe('all-seen');
    expect(findings).toMatchObject([
      { code: 'switched-off', severity: 'info' },
    ]);
  });

  it('is that nothing is seen, where nothing is configured or read', () => {
    expect(diagnose(input({ targets: [] }))).toMatchObject({
      verdict: 'nothing-seen',
      findings: [{ code: 'no-clusters' }, { code: 'no-scopes' }],
    });
    const denied = cluster({
      observedAt: undefined,
      problem: message('source.cluster-rejects-credentials', {
        cluster: 'prod-1',
      }),
      sources: [source('namespaces', { coverage: 'denied' })],
    });
    expect(diagnose(input({ targets: [denied] }))).toMatchObject({
      verdict: 'nothing-seen',
      targets: [
        { status: 'not-seen', findings: [{ code: 'cluster-not-read' }] },
      ],
    });
  });
});

describe('a cluster', () => {
  it('that denies a kind gets the exact rule, and a command that checks it', () => {
    const [found, ...others] = findingsOf({
      targets: [
        cluster({ sources: [source('leases', { coverage: 'denied' })] }),
        scope(),
      ],
    });
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: 'kind-denied',
      severity: 'error',
      target: 'cluster:prod-1',
      right: 'leases',
      hides: { code: 'rights.hides-locks' },
      commands: [
        {
          text: 'kubectl auth can-i get leases.coordination.k8s.io --all-namespaces',
        },
      ],
    });
    expect(parse(found.snippets[0].text)).toEqual([
      {
        apiGroups: ['coordination.k8s.io'],
        resources: ['leases'],
        verbs: ['get'],
      },
    ]);
  });

  it('gets no second rule for what only depends on a kind', () => {
    const reason = message('source.depends-on', {
      resource: 'pods',
      dependency: 'deployments.apps',
    });
    const found = findingsOf({
      targets: [
        cluster({
          sources: [
            source('deployments', { coverage: 'denied' }),
            source('pods', { coverage: 'denied', reason }),
            source('leases', { coverage: 'partial', reason }),
          ],
        }),
        scope(),
      ],
    });
    expect(found.map(({ right }) => right)).toEqual(['deployments']);
  });

  it('names what the newest reading of a stack was denied, once', () => {
    const notRead = ['nodes', 'pods'].map(operation => ({
      operation,
      reason: message('source.cluster-denies', {
        cluster: 'prod-1',
        resource: operation,
        detail: 'no',
      }),
      observedAt: BEFORE,
    }));
    const found = findingsOf({
      targets: [
        cluster({
          sources: [source('pods', { coverage: 'denied' })],
          notRead,
        }),
        scope(),
      ],
    });
    expect(found.map(({ right }) => right)).toEqual(['pods', 'nodes']);
  });

  it('that is late is doubtful', () => {
    const { targets, verdict } = diagnose(
      input({
        targets: [cluster({ observedAt: '2026-11-24T11:00:00.000Z' }), scope()],
      }),
    );
    expect(verdict).toBe('something-missing');
    expect(targets[0]).toMatchObject({
      late: true,
      findings: [{ code: 'sweep-late' }],
    });
    expect(renderMessage(targets[0].findings[0].message)).toBe(
      'prod-1 was read 1 h ago; it should be read every 5 min.',
    );
  });

  it('that is in time may have a source that is not, by its own cadence', () => {
    const old = '2026-11-24T11:40:00.000Z';
    const read = (cadenceSeconds?: number) =>
      findingsOf({
        targets: [
          cluster(),
          scope({
            sources: [
              source('targetHealth', {
                observedAt: old,
                ...(cadenceSeconds !== undefined && { cadenceSeconds }),
              }),
              source('eksClusters', { coverage: 'absent', observedAt: old }),
            ],
          }),
        ],
      });
    expect(read(900)).toEqual([]);
    const [late, ...others] = read();
    expect(others).toEqual([]);
    expect(renderMessage(late.message)).toBe(
      'targetHealth of 111111111111/eu-west-1 was read 20 min ago; it should be read every 5 min.',
    );
  });

  it('that has nothing of AWS may be left out', () => {
    const [found] = findingsOf({
      targets: [
        cluster({ name: 'a: b', holds: { controllers: 0, subjects: 0 } }),
        scope(),
      ],
    });
    expect(found).toMatchObject({
      code: 'cluster-without-load-balancers',
      severity: 'info',
    });
    expect(parse(found.snippets[0].text)).toEqual({
      lbc: { clusters: { exclude: ['a: b'] } },
    });
  });
});

describe('a scope', () => {
  it('that refuses an action gets it, also where another stood in', () => {
    const [found, ...others] = findingsOf({
      targets: [
        cluster(),
        scope({ sources: [source('tags', { refused: ['tag:GetResources'] })] }),
      ],
    });
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: 'action-refused',
      right: 'tag:GetResources',
      hides: { code: 'rights.hides-tags' },
    });
    expect(JSON.parse(found.snippets[0].text)).toEqual({
      Sid: 'LbctagGetResources',
      Effect: 'Allow',
      Action: ['tag:GetResources'],
      Resource: '*',
    });
  });

  it('names each action once, whichever reading met it', () => {
    const action = 'elasticloadbalancing:DescribeTargetHealth';
    const reason = refused('111111111111', action);
    const found = findingsOf({
      targets: [
        cluster(),
        scope({
          sources: [source('targetHealth', { coverage: 'denied', reason })],
          notRead: [{ operation: action, reason, observedAt: BEFORE }],
        }),
      ],
    });
    expect(found.map(({ right }) => right)).toEqual([action]);
  });

  it('whose role can’t be assumed says which, and what to allow', () => {
    const reason = message('source.aws-role-not-assumable', {
      accountId: '222222222222',
      detail:
        'User: x is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::222222222222:role/reader',
    });
    const [found, ...others] = findingsOf({
      targets: [
        cluster(),
        scope({
          problem: reason,
          observedAt: undefined,
          sources: [source('loadBalancers', { coverage: 'denied', reason })],
        }),
      ],
    });
    expect(others).toEqual([]);
    expect(found.code).toBe('role-not-assumable');
    expect(JSON.parse(found.snippets[0].text)).toMatchObject({
      Action: ['sts:AssumeRole'],
      Resource: 'arn:aws:iam::222222222222:role/reader',
    });
  });
});

describe('names of clusters in AWS', () => {
  const place = { accountId: '111111111111', region: 'eu-west-1' };

  it('that nobody knows can be bound or retired by what is pasted', () => {
    const [found, ...others] = findingsOf({
      clusterTags: [
        { clusterTag: '0123', ...place, vpcId: 'vpc-1', loadBalancers: 2 },
      ],
    });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'cluster-tag-unknown' });
    const [bind, retire] = found.snippets.map(({ text }) => parse(text));
    expect(bind).toEqual({
      lbc: {
        bindings: [
          {
            clusterTag: '0123',
            ...place,
            vpcId: 'vpc-1',
            cluster: 'NAME-IN-THE-PORTAL',
          },
        ],
      },
    });
    expect(retire).toEqual({
      lbc: {
        retiredClusters: [
          {
            clusterTag: '0123',
            ...place,
            vpcId: 'vpc-1',
            by: 'YOUR-NAME',
            at: '2026-11-24',
          },
        ],
      },
    });
  });

  it('that are in several VPCs are said, with whose they are', () => {
    const found = findingsOf({
      clusterTags: [
        {
          clusterTag: 'prod',
          ...place,
          vpcId: 'vpc-1',
          cluster: 'prod-1',
          loadBalancers: 0,
        },
        { clusterTag: 'prod', ...place, vpcId: 'vpc-2', loadBalancers: 1 },
      ],
    });
    expect(found.map(({ code }) => code)).toEqual([
      'cluster-tag-unknown',
      'cluster-tag-in-several-vpcs',
    ]);
    expect(renderMessage(found[1].message)).toContain(
      '111111111111/eu-west-1/vpc-1, 111111111111/eu-west-1/vpc-2',
    );
  });

  it('stay text in YAML, whatever they are', () => {
    const evil = 'x\'\n  - by: \u0000"#';
    const [found] = findingsOf({
      clusterTags: [{ clusterTag: evil, ...place, loadBalancers: 1 }],
    });
    expect(parse(found.snippets[0].text).lbc.bindings).toMatchObject([
      { clusterTag: evil },
    ]);
  });
});

it('tells of jobs that wait or fail, and of replicas of another age', () => {
  const found = findingsOf({
    jobs: {
      due: 3,
      running: 1,
      overdue: 2,
      oldestDueAt: BEFORE,
      failing: 1,
      failures: [
        { id: 'prune', kind: 'prune', attempts: 3, error: 'disk is full' },
      ],
    },
    rules: {
      version: 4,
      units: [
        { version: 3, count: 1 },
        { version: 5, count: 2 },
      ],
    },
  });
  expect(found.map(({ code }) => code)).toEqual([
    'jobs-overdue',
    'job-failing',
    'rules-newer',
    'rules-older',
  ]);
  expect(renderMessage(found[1].message)).toBe(
    'The job prune failed 3 times in a row: disk is full',
  );
});
