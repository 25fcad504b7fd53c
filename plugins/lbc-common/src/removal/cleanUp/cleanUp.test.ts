import { watchUpTo } from '../../__testUtils__/removals';
import { DEFAULT_PRICES } from '../../cost';
import { CleanUpPlan, cleanUp, ConfirmedOrphan, RemovalSubject } from '..';

const SINCE = '2026-11-23T12:00:00.000Z';
const NEXT_DAY = '2026-11-24T12:00:00.000Z';
const [watched] = watchUpTo('ingress-alb', 3, { since: SINCE });
const orphan: RemovalSubject = { ...watched, observedAt: NEXT_DAY };

function plan(
  subject: RemovalSubject,
  options: { now?: string; confirmed?: ConfirmedOrphan[] } = {},
): CleanUpPlan {
  return cleanUp({
    subject,
    now: options.now ?? NEXT_DAY,
    prices: DEFAULT_PRICES,
    confirmed: options.confirmed ?? [],
  });
}

const acts = ({ steps }: CleanUpPlan) =>
  steps.flatMap(({ commands }) => commands.map(({ text }) => text));
const codes = (messages: ReadonlyArray<{ code: string }>) =>
  messages.map(({ code }) => code);
const word = (at: string): ConfirmedOrphan => ({
  arn: orphan.loadBalancer?.arn ?? '',
  by: 'ann',
  at,
});
const MUTATES = /\b(delete|modify|create|set|register|deregister|patch|edit)-/;

describe('the recorded orphan', () => {
  it('is witnessed, with every line of the proof', () => {
    expect(orphan).toMatchObject({ state: 'orphaned', grade: 'witnessed' });
    const { proof } = plan(orphan);
    expect(proof.length).toBeGreaterThan(10);
    expect(proof.every(({ met }) => met)).toBe(true);
    expect(proof.map(({ asks }) => asks.code)).not.toContain('proof-row.other');
  });

  it('goes in AWS’ order, each command after its check', () => {
    const result = plan(orphan);
    expect(result.permission).toMatchObject({
      allowed: true,
      because: { code: 'clean-up.allowed.witnessed' },
    });
    expect([...new Set(result.steps.map(({ id }) => id))]).toEqual([
      'look',
      'references',
      'protection',
      'load-balancer',
      'target-group',
      'security-group',
    ]);
    for (const { checks, commands } of result.steps) {
      expect(checks.length).toBeGreaterThan(0);
      expect(checks.map(({ text }) => text).join('\n')).not.toMatch(MUTATES);
      expect(
        commands.every(({ text }) => MUTATES.test(text) || /wait/.test(text)),
      ).toBe(true);
    }
    expect(acts(result)).toEqual([
      expect.stringMatching(/^aws elbv2 modify-load-balancer-attributes /),
      expect.stringMatching(/^aws elbv2 delete-load-balancer /),
      expect.stringMatching(/^aws elbv2 wait load-balancers-deleted /),
      ...orphan.targetGroups.map(({ arn }) =>
        expect.stringContaining(
          `delete-target-group --target-group-arn ${arn} `,
        ),
      ),
    ]);
    for (const { text } of result.afterwards) {
      expect(text).not.toMatch(MUTATES);
    }
    expect(result.afterwards.length).toBeGreaterThan(2);
  });

  it('waits a day', () => {
    const result = plan(orphan, { now: '2026-11-24T11:59:00.000Z' });
    expect(result.permission).toMatchObject({
      allowed: false,
      allowedAt: NEXT_DAY,
      because: { code: 'clean-up.not-allowed.young' },
    });
    expect(acts(result)).toEqual([]);
    expect(result.steps.flatMap(({ checks }) => checks).length).toBeGreaterThan(
      0,
    );
  });

  it('needs a word where it is inferred, dated after it became an orphan', () => {
    const inferred = { ...orphan, grade: 'inferred' as const };
    const alone = plan(inferred);
    expect(alone.permission).toMatchObject({ allowed: false });
    expect(alone.permission.allowedAt).toBeUndefined();
    expect(acts(alone)).toEqual([]);

    expect(
      plan(inferred, { confirmed: [word('2026-11-23T13:00:00.000Z')] })
        .permission,
    ).toMatchObject({ allowed: true, confirmed: { by: 'ann' } });
    for (const [at, lacking] of [
      ['2026-11-23T11:00:00.000Z', 'clean-up.lacking.confirmed-before'],
      ['2026-11-25T00:00:00.000Z', 'clean-up.lacking.confirmed-later'],
    ]) {
      const { permission } = plan(inferred, { confirmed: [word(at)] });
      expect(permission.allowed).toBe(false);
      expect(codes(permission.lacking)).toContain(lacking);
    }
    expect(
      plan(inferred, { confirmed: [{ ...word(NEXT_DAY), arn: 'arn:other' }] })
        .permission.allowed,
    ).toBe(false);
  });

  it('shows no command while what it rests on is old', () => {
    const old = plan({ ...orphan, observedAt: '2026-11-24T10:30:00.000Z' });
    expect(old.permission).toMatchObject({
      allowed: false,
      because: { code: 'clean-up.not-allowed.stale' },
    });
    expect(acts(old)).toEqual([]);
  });

  it('shows no command while a line of the proof is open, whoever confirms', () => {
    const open = {
      ...orphan,
      removal: orphan.removal && {
        ...orphan.removal,
        proof: orphan.removal.proof?.map((line, index) =>
          index === 0 ? { ...line, met: false } : line,
        ),
      },
    };
    const result = plan(open, { confirmed: [word('2026-11-23T13:00:00Z')] });
    expect(result.permission.allowed).toBe(false);
    expect(acts(result)).toEqual([]);
  });
});

describe('what blocks', () => {
  const [group] = orphan.targetGroups;
  const withRemoval = (removal: Partial<RemovalSubject['removal']>) => ({
    ...orphan,
    removal: orphan.removal && { ...orphan.removal, ...removal },
  });

  it('is a target group that others use', () => {
    const elsewhere = plan(
      withRemoval({
        usedElsewhere: [
          {
            arn: group.arn,
            loadBalancers: [
              'arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/net/x/1',
            ],
          },
        ],
      }),
    );
    const bound = plan(
      withRemoval({
        boundBy: [
          {
            cluster: 'prod-2',
            namespace: 'shop',
            name: 'theirs',
            targetGroupArn: group.arn,
            byUser: false,
          },
        ],
      }),
    );
    for (const result of [elsewhere, bound]) {
      const step = result.steps.find(({ id }) => id === 'target-group');
      expect(step).toMatchObject({
        commands: [],
        blockers: [{ status: 'blocks' }],
      });
      expect(acts(result).join()).not.toContain(
        `delete-target-group --target-group-arn ${group.arn}`,
      );
    }
  });

  it('is a security group that nobody knows the maker of', () => {
    const unread = plan(orphan);
    expect(
      unread.steps
        .filter(({ id }) => id === 'security-group')
        .flatMap(({ blockers }) => codes(blockers.map(b => b.message))),
    ).toContain('clean-up.blocker.security-group-unread');
    const [first, ...others] = orphan.removal?.securityGroups ?? [];
    const read = plan(withRemoval({ managedSecurityGroups: [first] }));
    expect(acts(read).filter(text => /security-group/.test(text))).toEqual([
      expect.stringContaining(`--group-id ${first}`),
    ]);
    expect(others.length).toBeGreaterThan(0);
  });

  it('is deletion protection, a step of its own where it is on or unread', () => {
    const protection = (value?: string) =>
      plan({
        ...orphan,
        live: {
          observedAt: SINCE,
          ...(value && {
            loadBalancerAttributes: { 'deletion_protection.enabled': value },
          }),
        },
      }).steps.find(({ id }) => id === 'protection');
    expect(protection('true')).toMatchObject({ blockers: [] });
    expect(protection('false')).toBeUndefined();
    expect(protection()).toMatchObject({ blockers: [{ status: 'unknown' }] });
  });

  it('may be an endpoint service on a Network Load Balancer', () => {
    const result = plan({
      ...orphan,
      loadBalancer: orphan.loadBalancer && {
        ...orphan.loadBalancer,
        type: 'network',
      },
    });
    const references = result.steps.find(({ id }) => id === 'references');
    expect(codes(references!.blockers.map(b => b.message))).toContain(
      'clean-up.blocker.endpoint-service-unread',
    );
    expect(references?.checks.map(({ text }) => text).join()).toContain(
      'describe-vpc-endpoint-service-configurations',
    );
  });
});

it('may still serve, unless nothing says so', () => {
  const health = (byState: Record<string, number>) =>
    plan({
      ...orphan,
      targetGroups: orphan.targetGroups.map(group => ({
        ...group,
        health: { observedAt: SINCE, byState },
      })),
    });
  expect(health({ healthy: 2 }).serving.code).toBe('clean-up.serving.healthy');
  expect(health({}).serving.code).toBe('clean-up.serving.traffic-unmeasured');
  expect(health({}).mayStillServe).toBe(true);
});

it('is nothing for what is not orphaned', () => {
  const [served] = watchUpTo('ingress-alb', 0);
  expect(plan(served)).toMatchObject({
    applies: false,
    because: { code: 'clean-up.not-an-orphan' },
    steps: [],
    permission: { allowed: false },
  });
});

it('quotes whatever names there are', () => {
  const hostile = "x'; rm -rf / #";
  const result = plan({
    ...orphan,
    targetBindings: [{ namespace: hostile, name: '$(id)' }],
  });
  const text = result.afterwards.at(-1)?.text;
  expect(text).toContain(`'x'\\''; rm -rf / #'`);
  expect(text).toContain(`'$(id)'`);
});

it('cleans up a security group that nothing uses', () => {
  const arn = 'arn:aws:ec2:eu-west-1:123456789012:security-group/sg-1';
  const { loadBalancer, removal, ...rest } = orphan;
  const result = plan({
    ...rest,
    kind: 'security-group',
    targetGroups: [],
    securityGroup: { id: 'sg-1', name: 'k8s-shop-web-1', arn },
    removal: removal && {
      ...removal,
      securityGroups: ['sg-1'],
      managedSecurityGroups: ['sg-1'],
    },
  });
  expect(acts(result)).toEqual([
    'aws ec2 delete-security-group --group-id sg-1 --region eu-west-1',
  ]);
  expect(result.steps[0].checks).toHaveLength(3);
  expect(result.afterwards).toHaveLength(1);
  expect(result.cost).toBeUndefined();
});
