import {
  all,
  deleted,
  ingresses,
  subjectsOf,
  warning,
} from './findings/__testUtils__/situation';

const WEB = { kind: 'Ingress', namespace: 'shop', name: 'web' };
const GHOST = { kind: 'Ingress', namespace: 'blog', name: 'ghost' };

/** What keeps the owners from going that are on their way. */
const blocksOf = (subjects: ReturnType<typeof subjectsOf>) =>
  (subjects[0].removal?.owners ?? [])
    .filter(({ role }) => role === 'leaving')
    .flatMap(({ blockers }) =>
      blockers.filter(({ decisive }) => decisive).map(({ id }) => id),
    );

describe('what AWS refuses with blocks a deletion at once', () => {
  it.each([
    [
      'security-group',
      'Failed deploy model due to failed to delete securityGroup: timed out waiting for the condition',
    ],
    [
      'quota',
      'Failed deploy model due to operation error Elastic Load Balancing v2: CreateRule, TooManyUniqueTargetGroupsPerLoadBalancer: [100]',
    ],
  ])('%s', (id, text) => {
    const subjects = subjectsOf({
      world: 'ingress-alb',
      kinds: all(ingresses(deleted), warning(WEB, 'FailedDeployModel', text)),
    });
    expect(subjects[0].state).toBe('stuck-deleting');
    expect(blocksOf(subjects)).toEqual([id]);
  });

  it('unless it is throttling, which passes', () => {
    const subjects = subjectsOf({
      world: 'ingress-alb',
      kinds: all(
        ingresses(deleted),
        warning(WEB, 'FailedDeployModel', 'TooManyRequestsException: Rate'),
      ),
    });
    expect(blocksOf(subjects)).toEqual([]);
  });
});

describe('a group that cannot be built (F16)', () => {
  const leavingGhost = ingresses(each =>
    each.metadata.namespace === 'blog' ? deleted(each) : each,
  );

  it('keeps another member from leaving, and names the bad one', () => {
    const [subject] = subjectsOf({
      world: 'ingress-group',
      kinds: all(
        leavingGhost,
        warning(
          WEB,
          'FailedBuildModel',
          'Failed build model due to ingress: shop/web: no certificate found for host: shop.example.com',
        ),
      ),
    });
    expect(subject.state).toBe('failing');
    expect(subject.owners).toMatchObject([
      { name: 'ghost', state: 'stuck-deleting' },
      { name: 'web', state: 'failing' },
    ]);
  });

  it('does not count the member that leaves as the one that keeps it', () => {
    const subjects = subjectsOf({
      world: 'ingress-group',
      kinds: all(
        leavingGhost,
        warning(
          WEB,
          'FailedBuildModel',
          'Failed build model due to deletion_protection is enabled, cannot delete the ingress: ghost',
        ),
      ),
    });
    expect(blocksOf(subjects)).not.toContain('frozen-group');
  });

  it('is no matter of a member that leaves itself', () => {
    const subjects = subjectsOf({
      world: 'ingress-group',
      kinds: all(
        leavingGhost,
        warning(
          GHOST,
          'FailedBuildModel',
          'Failed build model due to ingress: blog/ghost: x',
        ),
      ),
    });
    expect(blocksOf(subjects)).toEqual([]);
  });
});
