import fc from 'fast-check';
import { axisOf, knowledge, releaseNamed } from '../__testUtils__/assessed';
import { denied, meta } from '../__testUtils__/clusters';
import { fittingCluster, rbacOf } from '../__testUtils__/fittingCluster';
import { allows, GrantedRule } from './rbacRules';

const rule = (more: Partial<GrantedRule>): GrantedRule => ({
  apiGroups: [''],
  resources: ['services'],
  verbs: ['get'],
  resourceNames: [],
  ...more,
});
const asked = {
  channel: 'chart' as const,
  kind: 'ClusterRole' as const,
  apiGroup: '',
  resource: 'services',
  verb: 'get',
};

describe('a rule', () => {
  it.each<
    [
      Partial<GrantedRule>,
      Partial<typeof asked & { resourceNames: string[] }>,
      boolean,
    ]
  >([
    [{}, {}, true],
    [{ verbs: ['*'] }, { verb: 'patch' }, true],
    [{ apiGroups: ['*'] }, { apiGroup: 'apps' }, true],
    [{ resources: ['*'] }, { resource: 'services/status' }, true],
    [{ resources: ['*/status'] }, { resource: 'services/status' }, true],
    [{ resources: ['services'] }, { resource: 'services/status' }, false],
    [{ apiGroups: ['apps'] }, {}, false],
    [{ resourceNames: ['one'] }, {}, false],
    [{ resourceNames: ['one', 'two'] }, { resourceNames: ['one'] }, true],
    [{}, { resourceNames: ['one'] }, true],
  ])('%j allows %j: %s', (granted, wanted, expected) => {
    expect(allows([rule(granted)], { ...asked, ...wanted })).toBe(expected);
  });
});

it('is enough for every release with its own roles', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...knowledge.releases.map(({ version }) => version)),
      async version => {
        const release = await releaseNamed(version);
        const { status } = await axisOf(fittingCluster(release), 'rbac');
        expect(status).toBe('pass');
      },
    ),
    { numRuns: 25 },
  );
});

it('says what is missing after the image was changed alone, and what to grant', async () => {
  const old = await releaseNamed('v2.4.7');
  const { status, axis } = await axisOf(
    fittingCluster(await releaseNamed('v2.17.1'), { kinds: rbacOf(old) }),
    'rbac',
  );
  expect(status).toBe('fail');
  const leases = axis.findings.find(
    ({ message }) => message.params?.resource === 'leases.coordination.k8s.io',
  );
  expect(leases).toMatchObject({
    code: 'rbac-rule-missing',
    remedy: [{ who: 'platform' }],
  });
  expect(leases?.commands?.[0].text).toMatch(
    /^kubectl auth can-i create leases\.coordination\.k8s\.io -A --as system:serviceaccount:kube-system:lbc$/,
  );
});

it('understands wildcards, and roles given to a group', async () => {
  const { status } = await axisOf(
    fittingCluster(await releaseNamed('v3.5.0'), {
      kinds: {
        roleBindings: [],
        roles: [],
        clusterRoles: [
          {
            metadata: meta('all', { namespace: '' }),
            rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }],
          },
        ],
        clusterRoleBindings: [
          {
            metadata: meta('all', { namespace: '' }),
            roleRef: { kind: 'ClusterRole', name: 'all' },
            subjects: [
              { kind: 'Group', name: 'system:serviceaccounts:kube-system' },
            ],
          },
        ],
      },
    }),
    'rbac',
  );
  expect(status).toBe('pass');
});

it('does not call a right missing where a role could not be read', async () => {
  const { status, axis } = await axisOf(
    fittingCluster(await releaseNamed('v3.5.0'), {
      snapshot: { clusterRoles: denied() },
    }),
    'rbac',
  );
  expect(status).toBe('unknown');
  expect(axis.notSeen[0].rbacRule).toBe(
    '- { apiGroups: ["rbac.authorization.k8s.io"], resources: ["clusterroles"], verbs: ["list"] }',
  );
});

it('reads rules that are no rules as none', async () => {
  const { status } = await axisOf(
    fittingCluster(await releaseNamed('v3.5.0'), {
      kinds: {
        clusterRoles: [
          { metadata: meta('lbc', { namespace: '' }), rules: [null, 'x', {}] },
        ],
      },
    }),
    'rbac',
  );
  expect(status).toBe('fail');
});
