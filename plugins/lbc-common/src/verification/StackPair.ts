import type { AwsRule, AwsTargetGroupDetail } from '../inventory/detail';
import type { Changes } from './Changes';
import type { StackAttribution } from './StackAttribution';
import type { BaselineStack } from './types';

/** Names of target groups by ARN, and target groups by name. */
type Groups = ReadonlyMap<string, AwsTargetGroupDetail>;

function resourceOf(stack: BaselineStack, arn: string): string | undefined {
  const tags = stack.detail.tags?.[arn] ?? {};
  const key = Object.keys(tags).find(each => each.endsWith('/resource'));
  return key === undefined ? undefined : tags[key];
}

/**
 * Gives target groups of after the names that they had before: the same ARN,
 * else the same name, else the same part of the spec.
 */
function pairGroups(
  before: BaselineStack,
  after: BaselineStack,
): { before: Groups; after: Groups } {
  const was = before.detail.targetGroups ?? [];
  const left = new Set(after.detail.targetGroups ?? []);
  const then = new Map(was.map(each => [each.targetGroup.name, each]));
  const now = new Map<string, AwsTargetGroupDetail>();
  const steps: Array<
    (a: AwsTargetGroupDetail, b: AwsTargetGroupDetail) => boolean
  > = [
    (a, b) => a.targetGroup.arn === b.targetGroup.arn,
    (a, b) => a.targetGroup.name === b.targetGroup.name,
    (a, b) => {
      const resource = resourceOf(before, a.targetGroup.arn);
      return (
        resource !== undefined &&
        resource === resourceOf(after, b.targetGroup.arn)
      );
    },
  ];
  for (const same of steps) {
    for (const [key, a] of then) {
      const match = now.has(key) ? undefined : [...left].find(b => same(a, b));
      if (match) {
        now.set(key, match);
        left.delete(match);
      }
    }
  }
  for (const rest of left) {
    now.set(rest.targetGroup.name, rest);
  }
  return { before: then, after: now };
}

/** A stack then and now, with what every part's comparison needs. */
export class StackPair {
  readonly before: BaselineStack;
  readonly after: BaselineStack;
  readonly changes: Changes;
  /** Keys of tags that others than the controller write. */
  readonly foreign: ReadonlySet<string>;
  /** Is it another load balancer? */
  readonly replaced: boolean;
  readonly ownerRecreated: boolean;
  readonly groupsBefore: Groups;
  readonly groupsAfter: Groups;
  readonly #attribution: StackAttribution;
  readonly #keysBefore: ReadonlyMap<string, string>;
  readonly #keysAfter: ReadonlyMap<string, string>;

  static create(options: {
    before: BaselineStack;
    after: BaselineStack;
    changes: Changes;
    attribution: StackAttribution;
    foreign: ReadonlySet<string>;
  }): StackPair {
    return new StackPair(options);
  }

  private constructor(options: {
    before: BaselineStack;
    after: BaselineStack;
    changes: Changes;
    attribution: StackAttribution;
    foreign: ReadonlySet<string>;
  }) {
    const { before, after, attribution } = options;
    this.before = before;
    this.after = after;
    this.changes = options.changes;
    this.foreign = options.foreign;
    this.#attribution = attribution;
    this.replaced = before.loadBalancerArn !== after.loadBalancerArn;
    this.ownerRecreated = attribution.recreated;
    const groups = pairGroups(before, after);
    this.groupsBefore = groups.before;
    this.groupsAfter = groups.after;
    const byArn = (paired: Groups) =>
      new Map([...paired].map(([key, each]) => [each.targetGroup.arn, key]));
    this.#keysBefore = byArn(groups.before);
    this.#keysAfter = byArn(groups.after);
  }

  readonly keyBefore = (arn: string): string =>
    this.#keysBefore.get(arn) ?? arn;

  readonly keyAfter = (arn: string): string => this.#keysAfter.get(arn) ?? arn;

  ownersChanged(owners?: readonly string[]): boolean {
    return this.#attribution.hasChanged(owners);
  }

  /** The name of a security group where it was read: a recreated one has another id. */
  groupName(stack: BaselineStack, id: string): string {
    const found = stack.detail.securityGroups?.find(each => each.id === id);
    return found?.name ?? id;
  }

  /** Whose a target group is, where there are several owners and its tag says. */
  ownersOfGroup(
    { targetGroup }: AwsTargetGroupDetail,
    stack: BaselineStack,
  ): string[] | undefined {
    const resource = resourceOf(stack, targetGroup.arn);
    if (stack.owners.length < 2 || resource === undefined) {
      return undefined;
    }
    const found = stack.owners
      .filter(({ namespace, name }) =>
        resource.startsWith(`${namespace}/${name}-`),
      )
      .sort((a, b) => b.name.length - a.name.length)
      .slice(0, 1);
    return found.length === 0
      ? undefined
      : found.map(
          ({ kind, namespace, name }) => `${kind}/${namespace}/${name}`,
        );
  }

  /** Whose a rule is, by where it forwards to, or by its hosts. */
  ownersOfRule(rule: AwsRule, stack: BaselineStack): string[] | undefined {
    if (stack.owners.length < 2) {
      return undefined;
    }
    const arns = new Set(
      rule.actions.flatMap(({ targetGroups = [] }) =>
        targetGroups.map(({ arn }) => arn),
      ),
    );
    const groups = (stack.detail.targetGroups ?? []).filter(({ targetGroup }) =>
      arns.has(targetGroup.arn),
    );
    const owners = groups.map(group => this.ownersOfGroup(group, stack));
    if (owners.length > 0) {
      return owners.some(each => each === undefined)
        ? undefined
        : [...new Set(owners.flatMap(each => each ?? []))];
    }
    const hosts = rule.conditions.flatMap(({ field, values }) =>
      field === 'host-header' ? values : [],
    );
    const asking = stack.owners.filter(owner =>
      owner.hosts.some(host => hosts.includes(host)),
    );
    return asking.length === 0
      ? undefined
      : asking.map(
          ({ kind, namespace, name }) => `${kind}/${namespace}/${name}`,
        );
  }
}
