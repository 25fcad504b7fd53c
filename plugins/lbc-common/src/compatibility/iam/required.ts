import { iamVariantOf } from '../../knowledge/partitions';
import { Release, ReleaseIamAction } from '../../knowledge/types';
import { RunningController } from '../types';

/** What people need an action for that not everybody needs. */
export type IamFeature =
  | 'outposts'
  | 'mutual-tls'
  | 'capacity'
  | 'ipam'
  | 'certificates'
  | 'cognito'
  | 'global-accelerator'
  | 'certificate-management'
  | 'tagging-api'
  | 'assumed-role';

/** An action that a release asks for, with what it is for. */
export interface RequiredIamAction {
  required: ReleaseIamAction;
  /** Absent where every controller needs it. */
  feature?: IamFeature;
}

/** Actions of the main policy that only some need (facts/iam.md §1). */
const FEATURES: Array<[RegExp, IamFeature]> = [
  [/^ec2:(DescribeCoipPools|GetCoipPoolUsage)$/i, 'outposts'],
  [/^elasticloadbalancing:DescribeTrustStores$/i, 'mutual-tls'],
  [/^elasticloadbalancing:(Describe|Modify)CapacityReservation$/i, 'capacity'],
  [/^(elasticloadbalancing:ModifyIpPools|ec2:DescribeIpamPools)$/i, 'ipam'],
  [/^(acm:|iam:(Get|List)ServerCertificate)/i, 'certificates'],
  [/^cognito-idp:/i, 'cognito'],
];

/** Actions that a flag of the controller switches off, all of a prefix. */
const FLAGS: Array<[RegExp, string]> = [
  [/^shield:/i, 'enable-shield'],
  [/^waf-regional:/i, 'enable-waf'],
  [/^wafv2:/i, 'enable-wafv2'],
];

const TAGGING: ReleaseIamAction = {
  action: 'tag:GetResources',
  effect: 'Allow',
  resources: ['*'],
};

/**
 * What a controller's role must allow under a release: upstream's policy of the
 * partition, and of the optional ones those that a gate asks for. Undefined
 * where upstream has no policy of that release for that partition.
 */
export function requiredActions(options: {
  release: Pick<Release, 'iam' | 'gates'>;
  partition: string;
  controller?: Pick<RunningController, 'flags' | 'gates'>;
  /** Roles that TargetGroupBindings ask to assume. */
  assumedRoleArns?: readonly string[];
}): RequiredIamAction[] | undefined {
  const { release, partition, controller, assumedRoleArns = [] } = options;
  const variant = iamVariantOf(partition);
  const main = variant && release.iam[variant];
  if (!main) {
    return undefined;
  }
  const flags = controller?.flags ?? {};
  const isOn = (gate: string) =>
    (controller?.gates ?? release.gates)?.[gate] === true;
  const found: RequiredIamAction[] = allowed(main)
    .filter(
      ({ action }) =>
        !FLAGS.some(
          ([pattern, flag]) => pattern.test(action) && flags[flag] === 'false',
        ),
    )
    .map(required => {
      const feature = FEATURES.find(([pattern]) =>
        pattern.test(required.action),
      )?.[1];
      return { required, ...(feature && { feature }) };
    });
  const add = (
    feature: IamFeature,
    actions: readonly ReleaseIamAction[] = [],
  ) => found.push(...allowed(actions).map(required => ({ required, feature })));
  if (isOn('GlobalAcceleratorController')) {
    add('global-accelerator', release.iam.aga);
  }
  if (isOn('EnableCertificateManagement')) {
    add('certificate-management', release.iam.acm_certs);
  }
  if (isOn('EnableRGTAPI')) {
    add('tagging-api', [TAGGING]);
  }
  add(
    'assumed-role',
    assumedRoleArns.map(arn => ({
      action: 'sts:AssumeRole',
      effect: 'Allow' as const,
      resources: [arn],
    })),
  );
  return found;
}

function allowed(actions: readonly ReleaseIamAction[]): ReleaseIamAction[] {
  return actions.filter(({ effect }) => effect === 'Allow');
}
