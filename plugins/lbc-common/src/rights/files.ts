import { clusterRoleYaml, iamPolicy } from './render';
import { OPTIONAL_AWS_SERVICES } from './types';
import type { AwsRightGroup } from './types';

const ALWAYS: readonly AwsRightGroup[] = ['inventory', 'health', 'stack'];

/**
 * The files that are shipped: a ClusterRole, the policy that is always needed,
 * and one for each switch of `lbc.aws.optional`.
 * @public
 */
export function rightsFiles(): Record<string, string> {
  const policy = (groups: readonly AwsRightGroup[]) =>
    `${JSON.stringify(iamPolicy(groups), null, 2)}\n`;
  return {
    'clusterrole.yaml': clusterRoleYaml(),
    'iam-policy.json': policy(ALWAYS),
    ...Object.fromEntries(
      OPTIONAL_AWS_SERVICES.map(service => [
        `iam-policy-${service}.json`,
        policy([service]),
      ]),
    ),
  };
}
