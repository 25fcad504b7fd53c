import { AWS_RIGHTS, AWS_RIGHT_GROUPS } from './aws';
import { KUBERNETES_RIGHTS } from './kubernetes';
import type { AwsRight, AwsRightGroup, KubernetesRight } from './types';

/** A rule of a ClusterRole, as its manifest has it. @public */
export interface PolicyRule {
  apiGroups?: string[];
  resources?: string[];
  resourceNames?: string[];
  nonResourceURLs?: string[];
  verbs: string[];
}

/** What of a right a rule says. @public */
export type RuleParts = Omit<KubernetesRight, 'kind' | 'hides'>;

/** The rule that allows just one right. @public */
export function policyRuleOf(right: RuleParts): PolicyRule {
  const { apiGroup, resource, resourceNames, nonResourceURLs, verbs } = right;
  return nonResourceURLs
    ? { nonResourceURLs: [...nonResourceURLs], verbs: [...verbs] }
    : {
        apiGroups: [apiGroup],
        resources: [resource],
        ...(resourceNames && { resourceNames: [...resourceNames] }),
        verbs: [...verbs],
      };
}

/** One rule as a line of YAML, to paste under `rules:` of a ClusterRole. @public */
export function rbacRuleLine(right: RuleParts): string {
  const fields = Object.entries(policyRuleOf(right)).map(
    ([key, values]: [string, string[]]) =>
      `${key}: [${values.map(value => `"${value}"`).join(', ')}]`,
  );
  return `- { ${fields.join(', ')} }`;
}

/** The rules of rights; those of one group that allow the same are one rule. @public */
export function policyRules(
  rights: readonly KubernetesRight[] = KUBERNETES_RIGHTS,
): PolicyRule[] {
  const rules = new Map<string, PolicyRule>();
  for (const right of rights) {
    const rule = policyRuleOf(right);
    const key = JSON.stringify({ ...rule, resources: undefined });
    const same = rules.get(key);
    if (same) {
      same.resources = [
        ...new Set([...(same.resources ?? []), ...(rule.resources ?? [])]),
      ];
    } else {
      rules.set(key, rule);
    }
  }
  return [...rules.values()];
}

/** The manifest of the ClusterRole. @public */
export function clusterRoleYaml(
  rights: readonly KubernetesRight[] = KUBERNETES_RIGHTS,
): string {
  const word = (value: string) =>
    /^[a-z][a-z0-9-]*$/.test(value) ? value : `'${value}'`;
  const list = ([key, values]: [string, string[]], index: number) => [
    `${index === 0 ? '  - ' : '    '}${key}:`,
    ...values.map(value => `      - ${word(value)}`),
  ];
  return [
    'apiVersion: rbac.authorization.k8s.io/v1',
    'kind: ClusterRole',
    'metadata:',
    '  name: backstage-lbc',
    'rules:',
    ...policyRules(rights).flatMap(rule => Object.entries(rule).flatMap(list)),
    '',
  ].join('\n');
}

/** A statement of an IAM policy. @public */
export interface PolicyStatement {
  Sid: string;
  Effect: 'Allow';
  Action: string[];
  Resource: string | string[];
}

/** An IAM policy. @public */
export interface PolicyDocument {
  Version: '2012-10-17';
  Statement: PolicyStatement[];
}

/** The policy that allows groups of actions, a statement a group. @public */
export function iamPolicy(
  groups: readonly AwsRightGroup[] = AWS_RIGHT_GROUPS,
): PolicyDocument {
  return {
    Version: '2012-10-17',
    Statement: groups.map(group => ({
      Sid: `Lbc${group[0].toUpperCase()}${group.slice(1)}`,
      Effect: 'Allow',
      Action: AWS_RIGHTS.filter(each => each.group === group).map(
        ({ action }) => action,
      ),
      Resource: '*',
    })),
  };
}

/** The statement that allows just one action, in every partition. @public */
export function iamStatementOf({ action }: AwsRight): PolicyStatement {
  return {
    Sid: `Lbc${action.replace(/[^A-Za-z0-9]/g, '')}`,
    Effect: 'Allow',
    Action: [action],
    Resource: '*',
  };
}
