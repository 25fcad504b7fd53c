import { AwsEksCluster, AwsIamRole } from '../../inventory/aws';
import { KindSnapshot } from '../../inventory/coverage';
import { ClusterSnapshot } from '../../inventory/snapshot';
import { parseArn } from '../../identity/arn';
import type { AssessIam } from '../assess';
import { assessIam } from './assessIam';
import { effectiveRoleArn } from './identity';

/** What was read of IAM and EKS, for one cluster. @public */
export interface IamReadings {
  /** Accounts that configuration reads. */
  accountIds: readonly string[];
  /** Roles by account; an account that is missing was never read. */
  roles: Readonly<Record<string, KindSnapshot<AwsIamRole>>>;
  /** The cluster as EKS has it, where that is known. */
  eks?: AwsEksCluster;
}

/** Judges the controllers of one cluster by what was read of IAM. @public */
export function iamAssessor(options: {
  readings: IamReadings;
  cluster: Pick<ClusterSnapshot, 'kinds'>;
  /** ISO 8601. */
  now: string;
}): AssessIam {
  const { readings, cluster, now } = options;
  const { accountIds, eks } = readings;
  const assumed = (cluster.kinds.targetGroupBindings?.items ?? []).flatMap(
    ({ spec }) => spec?.iamRoleArnToAssume ?? [],
  );
  return ({ controller, release }) => {
    const podIdentity = eks?.podIdentities?.find(
      each =>
        each.namespace === controller.namespace &&
        each.serviceAccount === controller.serviceAccount,
    );
    const roleArn = effectiveRoleArn({ controller, podIdentity });
    const own = parseArn(roleArn ?? '')?.accountId;
    return assessIam({
      controller,
      ...(release && { release }),
      accountIds,
      roles: rolesOf(readings, own),
      ...(podIdentity && { podIdentity }),
      assumedRoleArns: [...new Set(assumed)].sort(),
      now,
    });
  };
}

/** The roles of the controller's account, and those of others that it may assume. */
function rolesOf(
  { roles }: IamReadings,
  own: string | undefined,
): KindSnapshot<AwsIamRole> | undefined {
  const main = own === undefined ? undefined : roles[own];
  const others = Object.entries(roles)
    .filter(([accountId]) => accountId !== own)
    .flatMap(([, { items }]) => items);
  if (!main) {
    return own === undefined && others.length > 0
      ? { ...Object.values(roles)[0], items: others }
      : undefined;
  }
  return { ...main, items: [...main.items, ...others] };
}
