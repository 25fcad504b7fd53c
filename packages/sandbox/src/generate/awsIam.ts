import { JsonValue } from '../json';
import { ControllerRole, roleFiles } from '../roles';
import { ClusterPlan, ScopePlan } from './plan';

/** What every fifth cluster's role lacks: it was made for a release before 2.12.0. */
const LACKING = 'elasticloadbalancing:SetRulePriorities';

/** The name of the role of a cluster's controller. */
export function roleName({ name }: Pick<ClusterPlan, 'name'>): string {
  return `${name}-aws-load-balancer-controller`;
}

/** What IAM answers of the roles of a scope's clusters. */
export function iamRoles(
  clusters: readonly ClusterPlan[],
  scope: ScopePlan,
): Array<[string, () => JsonValue]> {
  const roles = clusters.flatMap((cluster, index): ControllerRole[] =>
    cluster.scope === scope
      ? [
          {
            accountId: scope.accountId,
            region: scope.region,
            name: roleName(cluster),
            cluster: cluster.name,
            namespace: 'kube-system',
            serviceAccount: 'aws-load-balancer-controller',
            ...(index % 5 === 1 && { without: [LACKING] }),
          },
        ]
      : [],
  );
  return roleFiles(roles).map(([file, answers]) => [file, () => answers]);
}
