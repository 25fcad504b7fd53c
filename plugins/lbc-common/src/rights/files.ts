import { clusterRoleYaml, iamPolicy } from './render';
import type { AwsRightGroup, OptionalAwsService } from './types';

const ALWAYS: readonly AwsRightGroup[] = ['inventory', 'health', 'stack'];
const SWITCHES: readonly OptionalAwsService[] = ['ec2', 'eks', 'iam'];

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
      SWITCHES.map(service => [
        `iam-policy-${service}.json`,
        policy([service]),
      ]),
    ),
  };
}
