import { AwsIamRole } from '../../inventory/aws';
import { parseArn } from '../../identity/arn';
import { Message, message } from '../../messages';
import { makeAxis, notApplicable } from '../axes/makeAxis';
import {
  CompatibilityAxis,
  CompatibilityFinding,
  CompatibilityStatus,
  NotSeen,
} from '../types';
import { assumedRoleFindings } from './assumedRoles';
import { IamFacts } from './facts';
import {
  RoleContext,
  actionFindings,
  problemFindings,
  seenInAws,
} from './findings';
import { findRole } from './findRole';
import { effectiveRoleArn, roleNameOf } from './identity';
import { leftRoleFindings } from './leftRoles';
import { IamAxisOptions } from './options';
import { requiredActions } from './required';
import {
  broadFindings,
  commandsFor,
  noPolicy,
  roleMissing,
  unreadFinding,
} from './roleFindings';
import { policiesOf, weigh } from './shortfall';
import { trustFindings } from './trustFindings';

/**
 * A controller's role against the policy that its release asks for. What was
 * not read is unknown, and says what would let us.
 * @public
 */
export function assessIam(options: IamAxisOptions): CompatibilityAxis {
  const { controller } = options;
  if (controller.kind === 'eks-auto-mode') {
    return notApplicable(
      'iam',
      message('iam.auto-mode', { cluster: controller.cluster }),
    );
  }
  const left = leftRoleFindings({
    roles: options.roles,
    cluster: controller.cluster,
    now: options.now,
  });
  const found = findRole(options);
  if ('because' in found) {
    return unknownAxis({ ...found, options, more: left });
  }
  const { role, roleArn } = found;
  const context: RoleContext = {
    role: roleNameOf(roleArn),
    version: options.release?.version ?? '',
    observedAt: options.roles?.observedAt,
  };
  if (!role.exists) {
    return axisOf({
      options,
      because: () => message('iam.role-missing', { role: roleArn }),
      findings: [roleMissing(roleArn, context), ...left],
      notSeen: [],
    });
  }
  return assessRole({ options, role, context, left });
}

/** The axis of a role that was read. */
function assessRole(given: {
  options: IamAxisOptions;
  role: AwsIamRole;
  context: RoleContext;
  left: readonly CompatibilityFinding[];
}): CompatibilityAxis {
  const { options, role, context, left } = given;
  const { controller, release } = options;
  const partition = parseArn(role.arn)?.partition ?? 'aws';
  const policies = policiesOf(role);
  const facts: IamFacts = {
    partition,
    accountId: parseArn(role.arn)?.accountId,
    region: controller.region,
    clusterName: controller.clusterName,
    vpcId: controller.vpcId,
  };
  const required =
    release &&
    requiredActions({
      release,
      partition,
      controller,
      assumedRoleArns: options.assumedRoleArns,
    });
  const weighed = weigh({ required: required ?? [], role: policies, facts });
  const problems = [
    ...policies.policies.flatMap(each => each.problems),
    ...(policies.boundary?.problems ?? []),
  ];
  const findings: CompatibilityFinding[] = [
    ...actionFindings(weighed, context),
    ...problemFindings(problems, context),
    ...unreadFinding(role, context),
    ...(required ? [] : [noPolicy(options, partition)]),
    ...trustFindings({ role, controller, context }),
    ...broadFindings(role, policies, context),
    ...assumedRoleFindings(options),
    ...left,
  ];
  const granted = weighed.filter(({ decision }) => decision === 'granted');
  const pass: CompatibilityFinding = {
    code: 'iam-granted',
    status: 'pass',
    message: message('iam.granted', {
      role: context.role,
      version: context.version,
      granted: granted.length,
      total: weighed.length,
    }),
    evidence: [
      seenInAws(
        message('iam.policies-read', {
          role: role.arn,
          policies: role.policies.map(({ name }) => name),
          count: role.policies.length,
        }),
        context,
      ),
      // An organisation's policies can't be read with these rights.
      seenInAws(message('iam.scp-not-seen'), context, 'context'),
    ],
    commands: commandsFor(role.arn),
  };
  return axisOf({
    options,
    because: status => verdict(status, findings, context),
    findings: [...findings, ...(weighed.length > 0 ? [pass] : [])],
    notSeen: role.unread.map(({ action, reason }) => ({
      message: reason,
      iamAction: action,
    })),
  });
}

function verdict(
  status: CompatibilityStatus,
  findings: readonly CompatibilityFinding[],
  { role, version }: RoleContext,
): Message {
  switch (status) {
    case 'pass':
      return message('iam.verdict-pass', { role, version });
    case 'fail':
      return (
        findings.find(finding => finding.status === 'fail')?.message ??
        message('iam.verdict-unknown', { role })
      );
    case 'warn':
      return message('iam.verdict-warn', { role });
    default:
      return message('iam.verdict-unknown', { role });
  }
}

function unknownAxis(given: {
  because: Message;
  notSeen: NotSeen[];
  options: IamAxisOptions;
  more: readonly CompatibilityFinding[];
}): CompatibilityAxis {
  const { because, notSeen, options, more } = given;
  const roleArn = effectiveRoleArn(options);
  return axisOf({
    options,
    because: () => because,
    findings: [
      {
        code: 'iam-not-seen',
        status: 'unknown',
        message: because,
        evidence: [],
        ...(roleArn !== undefined && { commands: commandsFor(roleArn) }),
      },
      ...assumedRoleFindings(options),
      ...more,
    ],
    notSeen,
  });
}

function axisOf(given: {
  options: IamAxisOptions;
  because: (status: CompatibilityStatus) => Message;
  findings: readonly CompatibilityFinding[];
  notSeen: readonly NotSeen[];
}): CompatibilityAxis {
  const { options, ...axis } = given;
  return makeAxis({
    axis: 'iam',
    ...axis,
    observedAt: [options.controller.observedAt, options.roles?.observedAt],
  });
}
