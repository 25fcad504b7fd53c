import { AwsIamRole } from '../../inventory/aws';
import { RolePolicies } from './evaluate';
import { PolicyStatement } from './policy';

/** AWS' own policies that allow far more than a controller needs. */
const MANAGED =
  /^arn:aws[\w-]*:iam::aws:policy\/(.+\/)?(AdministratorAccess|PowerUserAccess|ElasticLoadBalancingFullAccess|AmazonEC2FullAccess)$/;

/** Whole services that a controller changes things in. */
const SERVICES = [
  'ec2',
  'elasticloadbalancing',
  'iam',
  'sts',
  'acm',
  'route53',
];

/** A statement that allows more than a controller needs, and what of it. */
export interface BroadStatement {
  policy: string;
  statement: string;
  /** As it is written, such as `ec2:*`. */
  allows: string;
}

/** Statements of a role's own policies that allow far too much. */
export function broadStatements(
  role: Pick<AwsIamRole, 'policies'>,
  { policies }: RolePolicies,
): BroadStatement[] {
  const managed = new Set(
    role.policies.flatMap(({ name, arn }) =>
      arn !== undefined && MANAGED.test(arn) ? [name] : [],
    ),
  );
  return policies
    .flatMap(({ statements }) => statements)
    .flatMap(statement => {
      const allows = tooMuch(statement, managed.has(statement.policy));
      return allows === undefined
        ? []
        : [{ policy: statement.policy, statement: statement.id, allows }];
    });
}

function tooMuch(
  { effect, actions, resources }: PolicyStatement,
  managed: boolean,
): string | undefined {
  if (effect !== 'Allow') {
    return undefined;
  }
  if (actions.not) {
    return `NotAction ${actions.patterns.join(', ')}`;
  }
  const anywhere = resources.not || resources.patterns.includes('*');
  return actions.patterns.find(pattern => {
    const [service, action] = pattern.toLowerCase().split(':');
    if (/^\*+$/.test(service)) {
      return true;
    }
    if (action === 'assumerole' && service === 'sts') {
      return anywhere;
    }
    return (
      (managed || SERVICES.includes(service)) &&
      /^\*+$/.test(action ?? '') &&
      anywhere
    );
  });
}
