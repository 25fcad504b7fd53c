import { matches } from './globs';
import { ParsedPolicy, PolicyStatement } from './policy';

/** Who a trust policy lets assume a role, as far as it matters here. */
export interface Trust {
  /** Service accounts that a cluster's OIDC provider vouches for. */
  webIdentity: Array<{
    /** ARN of the OIDC provider. */
    provider: string;
    /** `system:serviceaccount:…` patterns; absent where any is let in. */
    subjects?: readonly string[];
    /** Whether tokens must be meant for AWS. */
    audience: boolean;
  }>;
  /** Pods by EKS Pod Identity. */
  podIdentity: boolean;
  /** EC2 instances: every Pod on a node. */
  instances: boolean;
  /** Roles, users and accounts. */
  principals: string[];
  /** Something in it can't be judged. */
  undecided: boolean;
}

const POD_IDENTITY = 'pods.eks.amazonaws.com';
const INSTANCES = /^ec2\.amazonaws\.com/;

/** Reads a trust policy. */
export function readTrust({ statements, problems }: ParsedPolicy): Trust {
  const trust: Trust = {
    webIdentity: [],
    podIdentity: false,
    instances: false,
    principals: [],
    undecided:
      problems.length > 0 || statements.some(({ effect }) => effect === 'Deny'),
  };
  for (const statement of statements) {
    if (statement.effect === 'Allow') {
      take(statement, trust);
    }
  }
  return trust;
}

function take(statement: PolicyStatement, trust: Trust) {
  const does = (action: string) =>
    statement.actions.patterns.some(pattern =>
      matches(pattern, action, { ignoreCase: true }),
    ) !== statement.actions.not;
  for (const { type, values } of statement.principals ?? []) {
    if (type === 'Federated' && does('sts:AssumeRoleWithWebIdentity')) {
      trust.webIdentity.push(
        ...values
          .filter(value => value.includes(':oidc-provider/'))
          .map(provider => webIdentity(statement, provider)),
      );
    } else if (type === 'Service' && does('sts:AssumeRole')) {
      trust.podIdentity ||= values.includes(POD_IDENTITY);
      trust.instances ||= values.some(value => INSTANCES.test(value));
    } else if ((type === 'AWS' || type === '*') && does('sts:AssumeRole')) {
      trust.principals.push(...values);
    }
  }
}

function webIdentity(
  { conditions }: PolicyStatement,
  provider: string,
): Trust['webIdentity'][number] {
  const issuer = provider.split(':oidc-provider/')[1].toLowerCase();
  const about = (claim: string) =>
    conditions.filter(
      ({ key, operator, ifExists, set }) =>
        key === `${issuer}:${claim}` &&
        (operator === 'stringequals' || operator === 'stringlike') &&
        !ifExists &&
        set !== 'forallvalues',
    );
  // In StringEquals a `*` is only a star, which no service account has.
  const subjects = about('sub').flatMap(({ operator, values }) =>
    values.filter(value => operator === 'stringlike' || !/[*?]/.test(value)),
  );
  return {
    provider,
    ...(about('sub').length > 0 && { subjects }),
    audience: about('aud').length > 0,
  };
}

/** Whether a service account is among those that a provider's statement lets in. */
export function letsIn(
  { subjects }: Trust['webIdentity'][number],
  account: { namespace: string; serviceAccount: string },
): boolean {
  const subject = `system:serviceaccount:${account.namespace}:${account.serviceAccount}`;
  return (
    subjects === undefined ||
    subjects.some(pattern => matches(pattern, subject))
  );
}

/** Whether anybody in a cluster, or on its nodes, may still assume the role. */
export function canBeAssumed(trust: Trust): boolean {
  return (
    trust.webIdentity.length > 0 ||
    trust.podIdentity ||
    trust.instances ||
    trust.principals.length > 0
  );
}
