import { AwsIamRole, IamDocument } from '../../inventory/aws';
import { ReleaseIamAction } from '../../knowledge/types';
import { IamDecision, RoleEvaluator, RolePolicies } from './evaluate';
import { IamFacts } from './facts';
import { ParsedPolicy, parsePolicy } from './policy';
import { RequiredIamAction } from './required';

/** One action that a release asks for and a role, for sure, has or has not. */
export interface WeighedIamAction extends RequiredIamAction, IamDecision {}

/** Policies of a role, taken apart. */
export function policiesOf(
  role: Pick<AwsIamRole, 'policies' | 'boundary' | 'unread'>,
): RolePolicies {
  const policies = role.policies.map(parseDocument);
  if (role.unread.length > 0) {
    // Which policies there are, or one of them, was not read.
    policies.push({
      statements: [],
      problems: [{ policy: '', code: 'not-read' }],
    });
  }
  return {
    policies,
    ...(role.boundary && { boundary: parseDocument(role.boundary) }),
  };
}

/** Takes a stored policy apart; one without text is a problem. */
export function parseDocument(document: IamDocument): ParsedPolicy {
  return document.problem === undefined
    ? parsePolicy(document.name, document.document)
    : {
        statements: [],
        problems: [{ policy: document.name, code: document.problem }],
      };
}

/** Weighs each action that is asked for. */
export function weigh(options: {
  required: readonly RequiredIamAction[];
  role: RolePolicies;
  facts: IamFacts;
}): WeighedIamAction[] {
  const { required, role, facts } = options;
  const evaluator = new RoleEvaluator({ role, facts });
  return required.map(each => ({
    ...each,
    ...evaluator.evaluate(each.required),
  }));
}

/** A statement of a policy, as people write it. */
export interface IamStatementJson {
  Effect: 'Allow';
  Action: string[];
  Resource: string | string[];
  Condition?: ReleaseIamAction['condition'];
}

/** The fewest statements that allow actions, with upstream's resources and conditions. */
export function statementsFor(
  actions: readonly ReleaseIamAction[],
): IamStatementJson[] {
  const byWhere = new Map<string, IamStatementJson>();
  for (const { action, resources, condition } of actions) {
    const key = JSON.stringify([resources, condition ?? null]);
    const statement = byWhere.get(key) ?? {
      Effect: 'Allow' as const,
      Action: [],
      Resource: resources.length === 1 ? resources[0] : [...resources],
      ...(condition && { Condition: condition }),
    };
    if (!statement.Action.includes(action)) {
      statement.Action.push(action);
    }
    byWhere.set(key, statement);
  }
  return [...byWhere.values()].map(statement => ({
    ...statement,
    Action: [...statement.Action].sort(),
  }));
}

/** Statements as JSON to copy: one alone, or several with commas between. */
export function statementText(actions: readonly ReleaseIamAction[]): string {
  return statementsFor(actions)
    .map(statement => JSON.stringify(statement, null, 2))
    .join(',\n');
}
