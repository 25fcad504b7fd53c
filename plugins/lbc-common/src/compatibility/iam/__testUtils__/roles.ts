import { AwsIamRole } from '../../../inventory/aws';
import { ReleaseIamAction } from '../../../knowledge/types';
import { RolePolicies } from '../evaluate';
import { IamFacts } from '../facts';
import { parsePolicy } from '../policy';

export const ROLE_ARN = 'arn:aws:iam::123456789012:role/lbc';

export const FACTS: IamFacts = {
  partition: 'aws',
  accountId: '123456789012',
  region: 'eu-west-1',
  clusterName: 'prod-1',
  vpcId: 'vpc-1',
};

/** A statement of a policy, as people write it. */
export type Statement = Record<string, unknown>;

export function policyDocument(statements: readonly Statement[]) {
  return { Version: '2012-10-17', Statement: statements };
}

/** Statements that allow upstream's actions, one each. */
export function statementsOf(
  actions: readonly ReleaseIamAction[],
): Statement[] {
  return actions.map(({ action, effect, resources, condition }) => ({
    Effect: effect,
    Action: action,
    Resource: resources,
    ...(condition && { Condition: condition }),
  }));
}

export function rolePolicies(
  statements: readonly Statement[],
  boundary?: readonly Statement[],
): RolePolicies {
  return {
    policies: [parsePolicy('own', policyDocument(statements))],
    ...(boundary && {
      boundary: parsePolicy('boundary', policyDocument(boundary)),
    }),
  };
}

/** Lets one service account of `prod-1` in. */
export const TRUST = policyDocument([
  {
    Effect: 'Allow',
    Principal: {
      Federated:
        'arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A',
    },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: {
        'oidc.eks.eu-west-1.amazonaws.com/id/A:sub':
          'system:serviceaccount:kube-system:aws-load-balancer-controller',
        'oidc.eks.eu-west-1.amazonaws.com/id/A:aud': 'sts.amazonaws.com',
      },
    },
  },
]);

/** A role as it is stored. */
export function storedRole(
  statements: readonly Statement[],
  more: Partial<AwsIamRole> = {},
): AwsIamRole {
  return {
    arn: ROLE_ARN,
    name: 'lbc',
    exists: true,
    usedBy: [
      {
        cluster: 'prod-1',
        namespace: 'kube-system',
        serviceAccount: 'aws-load-balancer-controller',
      },
    ],
    trust: { name: 'trust', document: TRUST },
    policies: [{ name: 'own', document: policyDocument(statements) }],
    unread: [],
    ...more,
  };
}
