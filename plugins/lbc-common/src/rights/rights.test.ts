import { parse } from 'yaml';
import { KUBERNETES_KINDS } from '../inventory/kinds';
import { english } from '../messages/english';
import { AWS_RIGHTS, AWS_RIGHT_GROUPS } from './aws';
import {
  findKubernetesRight,
  KUBERNETES_RIGHTS,
  kubernetesRight,
} from './kubernetes';
import {
  clusterRoleYaml,
  iamPolicy,
  policyRuleOf,
  policyRules,
  rbacRuleLine,
} from './render';

it('has a right for every kind that is read', () => {
  expect(KUBERNETES_RIGHTS.map(({ kind }) => kind).sort()).toEqual(
    [...Object.keys(KUBERNETES_KINDS), 'nodes', 'version'].sort(),
  );
});

it('is found by every name of a kind', () => {
  for (const name of ['ingresses', 'ingresses.networking.k8s.io']) {
    expect(findKubernetesRight(name)).toBe(kubernetesRight('ingresses'));
  }
  expect(findKubernetesRight('nodes')?.resource).toBe('nodes');
  expect(findKubernetesRight('unheard.of')).toBeUndefined();
});

it('allows nothing but to read, no Secret, and no kind by a wildcard', () => {
  for (const { verbs, resource, apiGroup } of KUBERNETES_RIGHTS) {
    expect(['get', 'list']).toEqual(expect.arrayContaining([...verbs]));
    expect(`${resource}.${apiGroup}`).not.toMatch(/secret|\*/i);
  }
  for (const { action } of AWS_RIGHTS) {
    expect(action).toMatch(/^[a-z0-9]+:(Describe|Get|List)[A-Za-z]+$/);
  }
});

it('lets a ConfigMap be read only by the name of the lock', () => {
  expect(policyRuleOf(kubernetesRight('configMaps'))).toEqual({
    apiGroups: [''],
    resources: ['configmaps'],
    resourceNames: ['aws-load-balancer-controller-leader'],
    verbs: ['get'],
  });
});

it.each(KUBERNETES_RIGHTS.map(right => [right.kind, right] as const))(
  'writes the rule of %s as YAML',
  (_, right) => {
    expect(parse(rbacRuleLine(right))).toEqual([policyRuleOf(right)]);
  },
);

it('writes a ClusterRole that says the same as the table', () => {
  const role = parse(clusterRoleYaml());
  expect(role).toEqual({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'backstage-lbc' },
    rules: policyRules(),
  });
  for (const right of KUBERNETES_RIGHTS.filter(each => each.resource)) {
    expect(role.rules).toContainEqual(
      expect.objectContaining({
        apiGroups: [right.apiGroup],
        resources: expect.arrayContaining([right.resource]),
        verbs: right.verbs,
      }),
    );
  }
});

it('has every action in one statement of the policy', () => {
  const actions = iamPolicy().Statement.flatMap(({ Action }) => Action);
  expect(actions.sort()).toEqual(AWS_RIGHTS.map(each => each.action).sort());
  expect(new Set(actions).size).toBe(actions.length);
  const ids = iamPolicy(AWS_RIGHT_GROUPS).Statement.map(({ Sid }) => Sid);
  expect(ids.every(id => /^[A-Za-z0-9]+$/.test(id))).toBe(true);
});

it('has a sentence for what each right hides', () => {
  for (const { hides } of [...KUBERNETES_RIGHTS, ...AWS_RIGHTS]) {
    expect(Object.keys(english)).toContain(`rights.hides-${hides}`);
  }
});
