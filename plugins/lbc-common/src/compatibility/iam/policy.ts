import { VARIABLE } from './globs';

/** Condition block of a statement: operator → key → values. */
export type Conditions = ReadonlyArray<{
  /** Lower case, without `IfExists`. */
  operator: string;
  /** `foranyvalue` or `forallvalues`. */
  set?: string;
  ifExists: boolean;
  /** Lower case: keys are alike whatever their capitals. */
  key: string;
  values: readonly string[];
}>;

/** A statement of a policy, in one form. */
export interface PolicyStatement {
  /** Name of its policy. */
  policy: string;
  /** `Sid`, or its place in the policy, from 1. */
  id: string;
  effect: 'Allow' | 'Deny';
  actions: { not: boolean; patterns: readonly string[] };
  resources: { not: boolean; patterns: readonly string[] };
  conditions: Conditions;
  /** A policy of another resource or of trust; absent in a role's own policies. */
  principals?: ReadonlyArray<{ type: string; values: readonly string[] }>;
}

/** Why a policy, or a part of it, can't be judged. */
export interface PolicyProblem {
  policy: string;
  code: 'not-json' | 'too-large' | 'not-read' | 'no-policy' | 'bad-statement';
  /** Of the statement, from 1. */
  statement?: number;
}

/** A policy taken apart. */
export interface ParsedPolicy {
  statements: PolicyStatement[];
  problems: PolicyProblem[];
}

/**
 * Takes a policy's JSON apart. It never throws: what has not a policy's form is
 * a problem, and the rest is kept.
 */
export function parsePolicy(name: string, document: unknown): ParsedPolicy {
  const problem = (
    code: PolicyProblem['code'],
    statement?: number,
  ): PolicyProblem => ({
    policy: name,
    code,
    ...(statement !== undefined && { statement }),
  });
  if (!isRecord(document) || document.Statement === undefined) {
    return { statements: [], problems: [problem('no-policy')] };
  }
  // Policies of the older version know no variables: `${…}` is plain text.
  const variables = document.Version === '2012-10-17';
  const list = Array.isArray(document.Statement)
    ? document.Statement
    : [document.Statement];
  const statements: PolicyStatement[] = [];
  const problems: PolicyProblem[] = [];
  list.forEach((raw: unknown, index) => {
    const statement = parseStatement({ raw, index, name, variables });
    if (statement) {
      statements.push(statement);
    } else {
      problems.push(problem('bad-statement', index + 1));
    }
  });
  return { statements, problems };
}

function parseStatement(options: {
  raw: unknown;
  index: number;
  name: string;
  variables: boolean;
}): PolicyStatement | undefined {
  const { raw, index, name, variables } = options;
  if (!isRecord(raw) || (raw.Effect !== 'Allow' && raw.Effect !== 'Deny')) {
    return undefined;
  }
  const actions = either(raw, 'Action', false);
  const principals = parsePrincipals(raw);
  const resources =
    either(raw, 'Resource', variables) ??
    // Only policies of trust have none.
    (principals && raw.Resource === undefined && raw.NotResource === undefined
      ? { not: false, patterns: ['*'] }
      : undefined);
  const conditions = parseConditions(raw.Condition, variables);
  if (!actions || !resources || !conditions) {
    return undefined;
  }
  return {
    policy: name,
    id:
      typeof raw.Sid === 'string' && raw.Sid !== ''
        ? raw.Sid
        : String(index + 1),
    effect: raw.Effect,
    actions,
    resources,
    conditions,
    ...(principals && { principals }),
  };
}

function either(
  raw: Record<string, unknown>,
  field: string,
  variables: boolean,
): PolicyStatement['actions'] | undefined {
  const not = raw[`Not${field}`] !== undefined;
  // Both at once is no policy.
  if (not && raw[field] !== undefined) {
    return undefined;
  }
  const patterns = texts(raw[not ? `Not${field}` : field]);
  return patterns === undefined || patterns.length === 0
    ? undefined
    : {
        not,
        patterns: variables ? patterns.map(replaceVariables) : patterns,
      };
}

/** A statement for everybody holds `*`; one of trust names kinds of principals. */
function parsePrincipals(
  raw: Record<string, unknown>,
): PolicyStatement['principals'] {
  const { Principal: principal } = raw;
  if (principal === '*') {
    return [{ type: '*', values: ['*'] }];
  }
  return isRecord(principal)
    ? Object.entries(principal).map(([type, values]) => ({
        type,
        values: texts(values) ?? [],
      }))
    : undefined;
}

const SET = /^(ForAnyValue|ForAllValues):/i;
const IF_EXISTS = /IfExists$/i;

function parseConditions(
  raw: unknown,
  variables: boolean,
): Conditions | undefined {
  if (raw === undefined) {
    return [];
  }
  if (!isRecord(raw)) {
    return undefined;
  }
  const found: Array<Conditions[number]> = [];
  for (const [name, keys] of Object.entries(raw)) {
    if (!isRecord(keys)) {
      return undefined;
    }
    const set = SET.exec(name)?.[1].toLowerCase();
    const operator = name.replace(SET, '');
    for (const [key, value] of Object.entries(keys)) {
      const values = texts(value);
      if (values === undefined) {
        return undefined;
      }
      found.push({
        operator: operator.replace(IF_EXISTS, '').toLowerCase(),
        ...(set !== undefined && { set }),
        ifExists: IF_EXISTS.test(operator),
        key: key.toLowerCase(),
        values: variables ? values.map(replaceVariables) : values,
      });
    }
  }
  return found;
}

/** `${$}` is the character itself; what stands for another is not known here. */
function replaceVariables(text: string): string {
  return text.replace(/\$\{([^}]*)\}/g, (_, name: string) =>
    name === '$' ? '$' : VARIABLE,
  );
}

/** Values may be booleans or numbers, as `"aws:SecureTransport": true`. */
function texts(value: unknown): string[] | undefined {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const found = list.flatMap(each =>
    ['string', 'boolean', 'number'].includes(typeof each) ? [String(each)] : [],
  );
  return found.length === list.length ? found : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
