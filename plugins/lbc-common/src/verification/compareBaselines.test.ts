import fc from 'fast-check';
import { renderMessage } from '../messages';
import {
  BASELINE_AT,
  clusterOf,
  READ_AT,
  stacks,
  upgraded,
} from './__testUtils__/stacks';
import { compareBaselines, verdictOfAll } from './compareBaselines';
import type { BaselineStack, StackComparison } from './types';

const SIZE = 100;

/** What of a comparison is no mere agreement. */
function found(comparisons: readonly StackComparison[]) {
  return comparisons.flatMap(({ subjectId, changes }) =>
    changes.map(change => ({ subjectId, ...change })),
  );
}

/** Compares 100 stacks of which the one of this index was edited. */
function compareEdited(
  index: number,
  edit: (stack: BaselineStack) => void,
  context = upgraded(),
) {
  const { before, after } = stacks(SIZE);
  const edited = structuredClone(after);
  edit(edited[index]);
  const comparisons = compareBaselines(before, edited, context);
  const others = comparisons.filter((_, at) => at !== index);
  expect(found(others)).toEqual([]);
  expect(new Set(others.map(({ verdict }) => verdict))).toEqual(
    new Set(['verified']),
  );
  return comparisons[index];
}

const anyIndex = fc.nat(SIZE - 1);
const runs = { numRuns: 10 };

/** The same value with its lists in another order. */
function shuffled<T>(value: T, random: () => number): T {
  const walk = (inner: unknown): unknown => {
    if (Array.isArray(inner)) {
      return inner
        .map(each => ({ each: walk(each), at: random() }))
        .sort((a, b) => a.at - b.at)
        .map(({ each }) => each);
    }
    return typeof inner === 'object' && inner !== null
      ? Object.fromEntries(
          Object.entries(inner)
            .map(([key, each]) => [key, walk(each)] as const)
            .sort(() => random() - 0.5),
        )
      : inner;
  };
  return walk(value) as T;
}

describe('what is no change', () => {
  it('is a rerun on unchanged data', () => {
    const { before, after } = stacks(SIZE);
    const comparisons = compareBaselines(before, after, upgraded());
    expect(found(comparisons)).toEqual([]);
    expect(
      verdictOfAll({ stacks: comparisons, cluster: [], notRead: [] }),
    ).toEqual({
      verdict: 'verified',
      because: { code: 'verification.all.verified', params: { total: SIZE } },
    });
  });

  it('is the order of anything', () => {
    fc.assert(
      fc.property(
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        numbers => {
          const random = () => numbers.next().value ?? 0;
          const { before, after } = stacks(3);
          const comparisons = compareBaselines(
            before,
            shuffled(after, random),
            upgraded(),
          );
          expect(found(comparisons)).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is what others write, what is new in AWS, and ids', () => {
    const { before, after } = stacks(1);
    const [stack] = after;
    const { detail } = stack;
    const tags = detail.tags as Record<string, Record<string, string>>;
    tags[stack.loadBalancerArn] = {
      ...tags[stack.loadBalancerArn],
      'cost-center': '42',
      'aws:new': 'x',
      team: 'another',
    };
    detail.loadBalancerAttributes = {
      ...detail.loadBalancerAttributes,
      'attribute.of.tomorrow': 'false',
    };
    const context = upgraded();
    context.before.externalTags = ['team'];
    expect(found(compareBaselines(before, after, context))).toEqual([]);
  });

  it('is an address that vanished with its Pod', () => {
    const comparison = compareEdited(7, ({ detail, readyEndpoints }) => {
      for (const { targetGroup, health } of detail.targetGroups ?? []) {
        health!.targets = [{ id: '10.0.0.9', port: 8080, state: 'healthy' }];
        readyEndpoints![targetGroup.name] = ['10.0.0.9:8080'];
      }
    });
    expect(comparison).toMatchObject({ verdict: 'verified', changes: [] });
  });
});

describe('in a baseline of 100 stacks', () => {
  it('finds a changed attribute', () => {
    fc.assert(
      fc.property(anyIndex, index => {
        const { verdict, changes } = compareEdited(index, ({ detail }) => {
          detail.loadBalancerAttributes!['idle_timeout.timeout_seconds'] = '90';
        });
        expect(verdict).toBe('changed-unexpectedly');
        expect(changes).toMatchObject([
          {
            kind: 'changed',
            before: '60',
            after: '90',
            cause: 'upgrade',
            expected: false,
          },
        ]);
      }),
      runs,
    );
  });

  it('finds a lost target', () => {
    fc.assert(
      fc.property(anyIndex, fc.boolean(), (index, draining) => {
        const { verdict, changes } = compareEdited(index, ({ detail }) => {
          const { health } = detail.targetGroups![0];
          health!.targets = draining
            ? health!.targets.map((target, at) =>
                at === 0 ? { ...target, state: 'draining' } : target,
              )
            : health!.targets.slice(1);
        });
        expect(verdict).toBe('changed-unexpectedly');
        expect(changes.map(({ kind }) => kind)).toEqual(['target-lost']);
        expect(renderMessage(changes[0].message)).toMatch(
          /10\.0\.0\.1:8080 is ready, and is no target/,
        );
      }),
      runs,
    );
  });

  it('finds a replaced load balancer, which is another subject', () => {
    fc.assert(
      fc.property(anyIndex, index => {
        const { before, after } = stacks(SIZE);
        const { detail, ...old } = after[index];
        after[index] = {
          ...old,
          subjectId: 'another',
          loadBalancerArn: `${old.loadBalancerArn}2`,
          dnsName: 'another.elb.amazonaws.com',
          owners: old.owners.map(owner => ({
            ...owner,
            name: `${owner.name}-${index}`,
          })),
          detail: {
            ...detail,
            tags: {
              ...detail.tags,
              [`${old.loadBalancerArn}2`]:
                detail.tags?.[old.loadBalancerArn] ?? {},
            },
          },
        };
        before[index] = { ...before[index], owners: after[index].owners };
        const comparisons = compareBaselines(before, after, upgraded());
        expect(
          found(comparisons).map(({ kind, path, expected }) => ({
            kind,
            path,
            expected,
          })),
        ).toEqual([
          {
            kind: 'replaced',
            path: 'loadBalancers.LoadBalancer',
            expected: false,
          },
        ]);
      }),
      runs,
    );
  });

  it('finds a removed rule', () => {
    fc.assert(
      fc.property(anyIndex, fc.nat(1), (index, rule) => {
        const { verdict, changes } = compareEdited(index, ({ detail }) => {
          detail.listeners![0].rules!.splice(rule, 1);
        });
        expect(verdict).toBe('changed-unexpectedly');
        expect(changes.map(({ kind }) => kind)).toEqual(['removed']);
      }),
      runs,
    );
  });

  it('finds a removed tag', () => {
    fc.assert(
      fc.property(
        anyIndex,
        fc.constantFrom('team', 'ingress.k8s.aws/stack'),
        (index, key) => {
          const { verdict, changes } = compareEdited(index, stack => {
            const tags = stack.detail.tags as Record<
              string,
              Record<string, string>
            >;
            delete tags[stack.loadBalancerArn][key];
          });
          expect(verdict).toBe('changed-unexpectedly');
          expect(changes).toMatchObject([
            { kind: 'removed', path: `loadBalancers.LoadBalancer.tags.${key}` },
          ]);
        },
      ),
      runs,
    );
  });

  it('finds a load balancer that is gone though its owner is there', () => {
    const { before, after } = stacks(1);
    const owners = after[0].owners;
    const [kept] = compareBaselines(before, [], upgraded({ owners }));
    expect(kept.verdict).toBe('changed-unexpectedly');
    const [gone] = compareBaselines(before, [], upgraded({ owners: [] }));
    expect(gone).toMatchObject({
      verdict: 'changed-as-expected',
      changes: [{ cause: 'owner' }],
    });
    const [unread] = compareBaselines(before, [], upgraded({ listed: false }));
    expect(unread.verdict).toBe('cannot-tell');
  });

  it('tells a recreated listener and target group as replaced', () => {
    const { changes } = compareEdited(3, ({ detail }) => {
      detail.listeners![0].arn += '2';
      detail.targetGroups![1].health!.targetGroupArn += '2';
    });
    expect(changes).toMatchObject([
      { kind: 'replaced', path: 'listeners.443' },
    ]);
  });

  it('only reports renumbered rules', () => {
    const { verdict, changes } = compareEdited(3, ({ detail }) => {
      const [first, second] = detail.listeners![0].rules!;
      [first.priority, second.priority] = [20, 30];
    });
    expect(verdict).toBe('verified');
    expect(changes.map(({ reportedOnly }) => reportedOnly)).toEqual([
      true,
      true,
    ]);
  });
});

describe('a deploy by a team in mid-window', () => {
  const deploy = (stack: BaselineStack) => {
    stack.owners[0].specHash = 'deployed';
    stack.detail.listeners![0].rules!.splice(0, 1);
  };

  it('is its owner’s', () => {
    fc.assert(
      fc.property(anyIndex, index => {
        const { verdict, changes } = compareEdited(index, deploy);
        expect(verdict).toBe('changed-as-expected');
        expect(changes.map(({ cause }) => cause)).toEqual(['owner', 'owner']);
      }),
      runs,
    );
  });

  it('explains nothing of another member of the group', () => {
    const { verdict, changes } = compareEdited(5, stack => {
      stack.owners[0].specHash = 'deployed';
      stack.detail.listeners![0].rules!.splice(1, 1);
    });
    expect(verdict).toBe('changed-unexpectedly');
    expect(changes.find(({ kind }) => kind === 'removed')?.cause).toBe(
      'upgrade',
    );
  });

  it('explains no tracking tag, no lost target and no other load balancer', () => {
    const { changes } = compareEdited(5, stack => {
      stack.owners[0].specHash = 'deployed';
      const tags = stack.detail.tags as Record<string, Record<string, string>>;
      delete tags[stack.loadBalancerArn]['elbv2.k8s.aws/cluster'];
      stack.detail.targetGroups![0].health!.targets.pop();
    });
    expect(
      changes.filter(({ expected }) => !expected).map(({ kind }) => kind),
    ).toEqual(['removed', 'target-lost']);
  });

  it('is a member that came, and one that was made again', () => {
    const { verdict, changes } = compareEdited(5, stack => {
      stack.owners[0].uid = 'another';
      stack.owners.push({ ...stack.owners[1], name: 'new-ing' });
    });
    expect(verdict).toBe('changed-as-expected');
    expect(changes.map(({ kind }) => kind)).toEqual(['replaced', 'added']);
  });
});

describe('what is awaited', () => {
  it('is a new leader, where none took over', () => {
    const { before, after } = stacks(1);
    const [comparison] = compareBaselines(
      before,
      after,
      upgraded({ after: clusterOf({ observedAt: READ_AT }) }),
    );
    expect(comparison).toMatchObject({
      verdict: 'settling',
      awaited: [{ code: 'verification.awaited.leader' }],
    });
  });

  it('is every owner', () => {
    const comparison = compareEdited(5, stack => {
      stack.owners[1].lastSuccessAt = BASELINE_AT;
    });
    expect(comparison.verdict).toBe('settling');
    expect(comparison.awaited.map(each => renderMessage(each))).toEqual([
      'The new leader has not reported a success of Ingress/shop/api-ing yet.',
    ]);
  });

  it('is the deregistration delay, and targets until then', () => {
    const comparison = compareEdited(5, ({ detail }) => {
      detail.observedAt = '2026-11-24T11:02:00.000Z';
      detail.targetGroups![0].health!.targets.pop();
    });
    expect(comparison.verdict).toBe('settling');
    expect(comparison.changes).toEqual([]);
    expect(comparison.awaited.map(({ code }) => code)).toEqual([
      'verification.awaited.deregistration',
      'verification.awaited.target',
    ]);
  });

  it('is no excuse for what is bad', () => {
    const { verdict } = compareEdited(5, ({ detail, owners }) => {
      owners[0].lastSuccessAt = BASELINE_AT;
      detail.listeners![0].rules!.pop();
    });
    expect(verdict).toBe('changed-unexpectedly');
  });

  it('is nothing where a Lease could not be read: it cannot be told', () => {
    const { before, after } = stacks(1);
    const [comparison] = compareBaselines(
      before,
      after,
      upgraded({ after: clusterOf({ leader: undefined }) }),
    );
    expect(comparison.verdict).toBe('cannot-tell');
  });
});

it('finds a failure that came since, and not one that was there before', () => {
  const failure = { reason: 'FailedDeployModel', at: READ_AT };
  const { verdict, changes } = compareEdited(5, ({ owners }) => {
    owners[0].lastFailure = failure;
  });
  expect(verdict).toBe('changed-unexpectedly');
  expect(changes).toMatchObject([
    { path: 'owners.Ingress/shop/web-ing.failure' },
  ]);
  const { before, after } = stacks(1);
  before[0].owners[0].lastFailure = { ...failure, at: BASELINE_AT };
  after[0].owners[0].lastFailure = failure;
  const [known] = compareBaselines(before, after, upgraded());
  expect(known.changes).toEqual([]);
});

it('cannot tell where parts were not read, then or now', () => {
  const comparison = compareEdited(5, ({ detail }) => {
    detail.listeners![0].rules = undefined;
  });
  expect(comparison.verdict).toBe('cannot-tell');
});

it('cannot tell where an owner was not read', () => {
  const comparison = compareEdited(5, ({ owners }) => {
    owners[0] = { ...owners[0], specHash: '' };
  });
  expect(comparison).toMatchObject({
    verdict: 'cannot-tell',
    because: { code: 'verification.unread.owner' },
  });
});

it('does not wait for an endpoint that was no target before either', () => {
  const { before, after } = stacks(1);
  for (const [name] of Object.entries(after[0].readyEndpoints ?? {})) {
    before[0].readyEndpoints![name].push('10.0.0.7:8080');
    after[0].readyEndpoints![name].push('10.0.0.7:8080');
  }
  const [comparison] = compareBaselines(before, after, upgraded());
  expect(comparison).toMatchObject({ verdict: 'verified', awaited: [] });
});

it('counts nobody as new who led already when the baseline was read', () => {
  const { before, after } = stacks(1);
  const context = upgraded();
  const leader = { holder: 'new', since: READ_AT, fresh: true };
  const [comparison] = compareBaselines(before, after, {
    ...context,
    before: { ...context.before, leader },
    after: { ...context.after!, leader },
  });
  expect(comparison.awaited).toEqual([{ code: 'verification.awaited.leader' }]);
});

it('does not call a baseline without stacks verified', () => {
  expect(verdictOfAll({ stacks: [], cluster: [], notRead: [] })).toEqual({
    verdict: 'cannot-tell',
    because: { code: 'verification.all.empty' },
  });
});
