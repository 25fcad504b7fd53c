import { AwsIamRole } from '../../inventory/aws';
import { message } from '../../messages';
import { CompatibilityFinding, RunningController } from '../types';
import { RoleContext, seenInAws } from './findings';
import { parseDocument } from './shortfall';
import { Trust, letsIn, readTrust } from './trust';

const WIDE = /^(\*|system:serviceaccount:\*)$/;

/** Findings about who may assume a controller's role. */
export function trustFindings(options: {
  role: AwsIamRole;
  controller: RunningController;
  context: RoleContext;
}): CompatibilityFinding[] {
  const { role, controller, context } = options;
  if (!role.trust || role.trust.problem !== undefined) {
    return [];
  }
  const trust = readTrust(parseDocument(role.trust));
  return [
    cannotAssume(trust, controller, context),
    anyServiceAccount(trust, context),
    onNodes(trust, context),
  ].flatMap(finding => finding ?? []);
}

/** The role does not let in who is said to have it. */
function cannotAssume(
  trust: Trust,
  controller: RunningController,
  context: RoleContext,
): CompatibilityFinding | undefined {
  const { namespace, serviceAccount, identity } = controller;
  if (trust.undecided || namespace === undefined || !serviceAccount) {
    return undefined;
  }
  const { role } = context;
  if (identity?.kind === 'pod-identity' && !trust.podIdentity) {
    return fail('iam-trust-no-pod-identity');
  }
  const admitted = trust.webIdentity.some(each =>
    letsIn(each, { namespace, serviceAccount }),
  );
  return identity?.kind === 'irsa' && !admitted
    ? fail('iam-trust-other-account')
    : undefined;

  function fail(code: string): CompatibilityFinding {
    const params = {
      role,
      namespace: namespace ?? '',
      serviceAccount: serviceAccount ?? '',
    };
    return {
      code,
      status: 'fail',
      message:
        code === 'iam-trust-no-pod-identity'
          ? message('iam.trust-no-pod-identity', params)
          : message('iam.trust-other-account', params),
      evidence: [
        seenInAws(
          message('iam.trust-lets-in', { role, who: trustNames(trust) }),
          context,
        ),
      ],
      remedy: [{ who: 'platform', message: message('iam.trust-fix', params) }],
    };
  }
}

/** Whom a trust policy lets in, for a sentence. */
export function trustNames(trust: Trust): string[] {
  const found = [
    ...trust.webIdentity.flatMap(
      ({ subjects, provider }) => subjects ?? [provider],
    ),
    ...(trust.podIdentity ? ['pods.eks.amazonaws.com'] : []),
    ...(trust.instances ? ['ec2.amazonaws.com'] : []),
    ...trust.principals,
  ];
  return found.length > 0 ? found.slice(0, 10) : ['–'];
}

function anyServiceAccount(
  trust: Trust,
  context: RoleContext,
): CompatibilityFinding | undefined {
  const open = trust.webIdentity.find(
    ({ subjects }) =>
      subjects === undefined || subjects.some(each => WIDE.test(each)),
  );
  const { role } = context;
  return (
    open && {
      code: 'iam-trust-any-service-account',
      status: 'warn',
      message: message('iam.trust-any-service-account', {
        role,
        provider: open.provider,
      }),
      evidence: [
        seenInAws(
          message('iam.trust-lets-in', { role, who: trustNames(trust) }),
          context,
        ),
      ],
      remedy: [
        {
          who: 'platform',
          message: message('iam.trust-name-subject', { role }),
        },
      ],
    }
  );
}

function onNodes(
  trust: Trust,
  context: RoleContext,
): CompatibilityFinding | undefined {
  const { role } = context;
  return trust.instances
    ? {
        code: 'iam-trust-instances',
        status: 'warn',
        message: message('iam.trust-instances', { role }),
        evidence: [],
        remedy: [
          { who: 'platform', message: message('iam.use-own-role', { role }) },
        ],
      }
    : undefined;
}
