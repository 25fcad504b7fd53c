import {
  Cases,
  all,
  annotated,
  deleted,
  ingresses,
  shows,
  subjectsOf,
  warning,
} from './__testUtils__/situation';

/** Findings that the controller's own words tell. */
const WEB = { kind: 'Ingress', namespace: 'shop', name: 'web' };
const GHOST = { kind: 'Ingress', namespace: 'blog', name: 'ghost' };
const BINDING = {
  kind: 'TargetGroupBinding',
  namespace: 'shop',
  name: 'k8s-shop-web-3a65c6b6b7',
};
const ORDER = 'alb.ingress.kubernetes.io/group.order';
const call = (operation: string, error: string) =>
  `Failed deploy model due to operation error Elastic Load Balancing v2: ${operation}, https response error StatusCode: 400, ${error}`;

const CASES: Cases = {
  quota: {
    holds: {
      world: 'ingress-alb',
      kinds: warning(
        WEB,
        'FailedDeployModel',
        call(
          'CreateRule',
          "TooManyUniqueTargetGroupsPerLoadBalancer: You have reached the maximum number of unique target groups that you can associate with a load balancer of type 'application': [100]",
        ),
      ),
    },
    // Too many calls are no quota of things.
    not: {
      world: 'ingress-alb',
      kinds: warning(
        WEB,
        'FailedDeployModel',
        call('CreateRule', 'TooManyRequestsException: Rate exceeded'),
      ),
    },
  },
  'access-denied': {
    holds: { world: 'iam-missing', steps: [0, 1] },
    not: { world: 'iam-missing' },
  },
  'certificate-missing': {
    holds: { world: 'failing' },
    not: { world: 'ingress-alb' },
  },
  'name-taken': {
    holds: { world: 'drift', steps: [5] },
    not: { world: 'drift', steps: [4] },
  },
  'name-deadlock': {
    holds: { world: 'stranded-tg', steps: [0, 1, 2] },
    // A binding that is there for another reason: its target group exists.
    not: {
      world: 'ingress-alb',
      kinds: warning(
        WEB,
        'FailedDeployModel',
        'Failed deploy model due to targetgroupbindings.elbv2.k8s.aws "k8s-shop-web-3a65c6b6b7" already exists',
      ),
    },
  },
  'node-security-group': {
    holds: {
      world: 'ingress-alb',
      kinds: warning(
        BINDING,
        'FailedNetworkReconcile',
        'expected exactly one securityGroup tagged with kubernetes.io/cluster/prod-1 for eni eni-0123456789abcdef0, got: [sg-1 sg-2] (clusterName: prod-1)',
      ),
    },
    // Of a binding that is not of this stack.
    not: {
      world: 'ingress-alb',
      kinds: warning(
        { ...BINDING, name: 'by-hand' },
        'FailedNetworkReconcile',
        'expected exactly one securityGroup tagged with kubernetes.io/cluster/prod-1 for eni eni-0123456789abcdef0, got: [] (clusterName: prod-1)',
      ),
    },
  },
  'group-frozen': {
    holds: {
      world: 'ingress-group',
      kinds: warning(
        WEB,
        'FailedBuildModel',
        'Failed build model due to ingress: blog/ghost: missing actions.ssl-redirect configuration',
      ),
    },
    // It names nobody of the group.
    not: {
      world: 'ingress-group',
      kinds: warning(
        GHOST,
        'FailedBuildModel',
        'Failed build model due to couldn’t auto-discover subnets',
      ),
    },
  },
  'group-frozen-silently': {
    holds: {
      world: 'ingress-group',
      kinds: ingresses(each =>
        each.metadata.namespace === 'blog'
          ? annotated(each, { [ORDER]: 'first' })
          : each,
      ),
    },
    not: {
      world: 'ingress-group',
      kinds: ingresses(each => annotated(each, { [ORDER]: '10' })),
    },
  },
  'security-group-in-use': {
    holds: {
      world: 'ingress-alb',
      kinds: all(
        ingresses(deleted),
        warning(
          WEB,
          'FailedDeployModel',
          'Failed deploy model due to failed to delete securityGroup: timed out waiting for the condition',
        ),
      ),
    },
    // Nobody wants it deleted.
    not: {
      world: 'ingress-alb',
      kinds: warning(
        WEB,
        'FailedDeployModel',
        call('DeleteSecurityGroup', 'DependencyViolation: of something else'),
      ),
    },
  },
};

describe.each(Object.entries(CASES))('%s', (code, { holds, not }) => {
  it('is found where it is', () => {
    expect(shows(holds, code)).toBe(true);
  });

  it('is not found where it is not', () => {
    expect(shows(not, code)).toBe(false);
  });
});

describe('what to do about a failure', () => {
  it('is what a known pattern advises, and who', () => {
    const [subject] = subjectsOf(CASES['access-denied'].holds);
    expect(subject.state).toBe('failing');
    expect(subject.whatToDo).toMatchObject([
      { who: 'platform', message: { code: 'finding.access-denied.do' } },
    ]);
  });

  it('is to mend what the message names, where the pattern is not known', () => {
    const [subject] = subjectsOf({
      world: 'ingress-alb',
      kinds: warning(WEB, 'FailedBuildModel', 'something new'),
    });
    expect(subject.whatToDo).toMatchObject([
      { who: 'you', message: { code: 'do.fix-failure' } },
    ]);
  });

  it('stands before leaving the finalizer alone, where a deletion is blocked', () => {
    const [subject] = subjectsOf({
      ...CASES['security-group-in-use'].holds,
    });
    expect(subject.whatToDo.map(({ message }) => message.code)).toEqual([
      'finding.security-group-in-use.do',
      'do.keep-finalizer',
    ]);
  });
});
