import { ReleaseIamAction } from '../../knowledge/types';
import { ConditionTruth, KnownKeys, truthOf } from './conditions';
import { IamFacts, keysOf, resourcesOf } from './facts';
import { PatternSet } from './PatternSet';
import { ParsedPolicy, PolicyStatement } from './policy';
import { Extent, StatementExtents } from './StatementExtents';

/**
 * Whether a role may do what a release asks for. `conditional`: only for a part
 * of it; `unknown`: something of the policies can't be decided here.
 */
export type IamDecisionKind = 'granted' | 'denied' | 'conditional' | 'unknown';

/** @see IamDecisionKind */
export interface IamDecision {
  decision: IamDecisionKind;
  /** A statement refuses it; otherwise none allows it. */
  explicit: boolean;
  /** The permission boundary is what does not allow it. */
  boundary: boolean;
  /** Statements that decide, or that could not be decided. */
  statements: PolicyStatement[];
}

/** What a role's own policies and its boundary say. */
export interface RolePolicies {
  policies: readonly ParsedPolicy[];
  /** Absent where the role has none. */
  boundary?: ParsedPolicy;
}

type Allowed = 'granted' | 'conditional' | 'unknown' | 'none';

interface Weighed<T> {
  result: T;
  statements: PolicyStatement[];
}

/**
 * Decides actions of upstream's policy by one role. What the role has beside it
 * does not count: policies of the organisation and of sessions can't be seen.
 * It remembers which statements meet which resources, as actions share both.
 */
export class RoleEvaluator {
  readonly #facts: IamFacts;
  readonly #about: (action: string) => About;
  readonly #extents = new StatementExtents();

  constructor(options: { role: RolePolicies; facts: IamFacts }) {
    this.#facts = options.facts;
    this.#about = statementsOf(options.role);
  }

  evaluate(required: ReleaseIamAction): IamDecision {
    const known = keysOf(required, this.#facts);
    const about = this.#about(required.action);
    return asOne(
      resourcesOf(required, this.#facts).map(resource =>
        evaluateOne({ resource, known, about, extents: this.#extents }),
      ),
    );
  }
}

/** One decision about all resources of an action. */
function asOne(each: readonly IamDecision[]): IamDecision {
  const decisions = each.map(({ decision }) => decision);
  const decision = together(decisions);
  return {
    decision,
    explicit: each.some(({ explicit }) => explicit),
    boundary: each.some(({ boundary }) => boundary),
    statements: [
      ...new Set(
        each
          .filter(one => decision === 'granted' || one.decision !== 'granted')
          .flatMap(({ statements }) => statements),
      ),
    ],
  };
}

function together(decisions: readonly IamDecisionKind[]): IamDecisionKind {
  const all = (kind: IamDecisionKind) => decisions.every(one => one === kind);
  if (all('granted') || all('denied')) {
    return decisions[0] ?? 'unknown';
  }
  return decisions.includes('denied') || !decisions.includes('unknown')
    ? 'conditional'
    : 'unknown';
}

/** How far a statement is about what is asked, and in which of its calls. */
interface Met {
  extent: Extent;
  truth: ConditionTruth;
}

interface Asked {
  resource: string;
  known: KnownKeys;
  extents: StatementExtents;
}

/** What the statements of a role are that have to do with one action. */
interface About {
  own: readonly PolicyStatement[];
  /** Of its boundary; absent where it has none. */
  limits?: readonly PolicyStatement[];
  /** Something was not read. */
  undecided: boolean;
}

/** Which statements of a role have to do with an action. */
function statementsOf(role: RolePolicies): (action: string) => About {
  const withActions = ({ statements }: ParsedPolicy) =>
    statements.map(statement => ({
      statement,
      actions: PatternSet.ignoringCase(statement.actions.patterns),
    }));
  const own = role.policies.flatMap(withActions);
  const limits = role.boundary && withActions(role.boundary);
  const undecided = unread(role);
  const about = (all: typeof own, action: string) =>
    all.flatMap(({ statement, actions }) =>
      actions.matches(action) === statement.actions.not ? [] : [statement],
    );
  return action => ({
    own: about(own, action),
    ...(limits && { limits: about(limits, action) }),
    undecided,
  });
}

function evaluateOne({
  about,
  ...asked
}: Asked & { about: About }): IamDecision {
  const { own, undecided } = about;
  const limits = about.limits ?? [];
  const refused = refusal([...own, ...limits], asked);
  const allowed = allowance(own, asked);
  const within = about.limits ? allowance(limits, asked) : undefined;
  if (refused.result === 'all') {
    return {
      decision: 'denied',
      explicit: true,
      boundary: refused.statements.every(each => limits.includes(each)),
      statements: refused.statements,
    };
  }
  if (allowed.result === 'none' || within?.result === 'none') {
    return {
      // What was not read may allow it.
      decision: undecided ? 'unknown' : 'denied',
      explicit: false,
      boundary: allowed.result !== 'none' && !undecided,
      statements: [],
    };
  }
  const parts = [allowed, ...(within ? [within] : [])];
  const decision = decide({
    refused: refused.result,
    allowed: parts.map(({ result }) => result),
    undecided,
  });
  return {
    decision,
    explicit: false,
    boundary: false,
    statements: [
      ...(decision === 'granted' ? [] : refused.statements),
      ...parts.flatMap(({ statements }) => statements),
    ],
  };
}

/** What is allowed and not refused as a whole. */
function decide(options: {
  refused: Extent;
  allowed: readonly Allowed[];
  undecided: boolean;
}): IamDecisionKind {
  const { refused, allowed, undecided } = options;
  if (undecided || refused === 'maybe' || allowed.includes('unknown')) {
    return 'unknown';
  }
  return refused === 'part' || allowed.includes('conditional')
    ? 'conditional'
    : 'granted';
}

/** A policy that was not read may refuse what the others allow. */
function unread({ policies, boundary }: RolePolicies): boolean {
  return [...policies, ...(boundary ? [boundary] : [])].some(
    ({ problems }) => problems.length > 0,
  );
}

/** The best that statements allow of what is asked. */
function allowance(
  statements: readonly PolicyStatement[],
  asked: Asked,
): Weighed<Allowed> {
  const order: Allowed[] = ['none', 'conditional', 'unknown', 'granted'];
  let best: Weighed<Allowed> = { result: 'none', statements: [] };
  for (const statement of statements) {
    const met = statement.effect === 'Allow' && meets(statement, asked);
    if (!met) {
      continue;
    }
    const result = allows(met);
    if (order.indexOf(result) > order.indexOf(best.result)) {
      best = { result, statements: [statement] };
    } else if (result === best.result && result !== 'granted') {
      best.statements.push(statement);
    }
  }
  return best;
}

function allows({ extent, truth }: Met): Allowed {
  if (extent === 'maybe' || truth === 'undecidable') {
    return 'unknown';
  }
  return extent === 'all' && truth === 'always' ? 'granted' : 'conditional';
}

/** What statements refuse of what is asked: all, a part, maybe something, nothing. */
function refusal(
  statements: readonly PolicyStatement[],
  asked: Asked,
): Weighed<Extent> {
  const order: Extent[] = ['none', 'part', 'maybe', 'all'];
  let worst: Weighed<Extent> = { result: 'none', statements: [] };
  for (const statement of statements) {
    const met = statement.effect === 'Deny' && meets(statement, asked);
    if (!met) {
      continue;
    }
    const result: Extent =
      met.truth === 'always' && met.extent !== 'maybe' ? met.extent : 'maybe';
    if (order.indexOf(result) > order.indexOf(worst.result)) {
      worst = { result, statements: [statement] };
    } else if (result === worst.result) {
      worst.statements.push(statement);
    }
  }
  return worst;
}

/** How far a statement is about what is asked; nothing where it is not at all. */
function meets(
  statement: PolicyStatement,
  { resource, known, extents }: Asked,
): Met | undefined {
  const extent = extents.of(statement, resource);
  if (extent === 'none') {
    return undefined;
  }
  const truth = truthOf(statement.conditions, known);
  return truth === 'never' ? undefined : { extent, truth };
}
