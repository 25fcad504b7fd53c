import { AwsIamRole, AwsPodIdentity } from '../../inventory/aws';
import { KindSnapshot } from '../../inventory/coverage';
import { Release } from '../../knowledge/types';
import { RunningController } from '../types';

/** What {@link assessIam} goes by. @public */
export interface IamAxisOptions {
  controller: RunningController;
  /** Absent where the release is not known. */
  release?: Pick<Release, 'version' | 'iam' | 'gates'>;
  /**
   * Roles as they were read in the account of the controller's role; absent
   * where they were never read.
   */
  roles?: KindSnapshot<AwsIamRole>;
  /** Accounts that configuration reads. */
  accountIds: readonly string[];
  /** Pod Identity of the controller's service account, where EKS was asked. */
  podIdentity?: AwsPodIdentity;
  /** `iamRoleArnToAssume` of the cluster's TargetGroupBindings. */
  assumedRoleArns?: readonly string[];
  /** The time that ages are told from (ISO 8601). */
  now: string;
}
