import { StackDetail } from '../../inventory/detail';
import { Reference, isReference } from '../facts';
import { ExpectedModel } from '../expected/types';

/** Finds resources of the stack in what was read of AWS. */
export class StackLookup {
  readonly #model: ExpectedModel;
  readonly #detail: StackDetail;
  readonly #groupByArn = new Map<string, string>();
  readonly #arnByGroup = new Map<string, string>();
  readonly #named = new Set<string>();

  private constructor(model: ExpectedModel, detail: StackDetail) {
    this.#model = model;
    this.#detail = detail;
    const idByName = new Map(
      Object.entries(model.targetGroups).map(([id, { name }]) => [name, id]),
    );
    for (const { targetGroup } of detail.targetGroups ?? []) {
      const { arn, name } = targetGroup;
      const tagged = detail.tags?.[arn]?.[model.resourceTagKey];
      const id =
        tagged !== undefined && Object.hasOwn(model.targetGroups, tagged)
          ? tagged
          : idByName.get(name);
      if (id !== undefined) {
        this.#groupByArn.set(arn, id);
        this.#arnByGroup.set(id, arn);
        if (model.targetGroups[id].name === name) {
          this.#named.add(id);
        }
      }
    }
  }

  static create(model: ExpectedModel, detail: StackDetail): StackLookup {
    return new StackLookup(model, detail);
  }

  /** A target group as the model names it; its ARN where it does not. */
  targetGroup(arn: string): string {
    const id = this.#groupByArn.get(arn);
    return id === undefined ? arn : `target group ${id}`;
  }

  targetGroupArn(id: string): string | undefined {
    return this.#arnByGroup.get(id);
  }

  /** Whether the target group has the name that the model gives it. */
  isNamed(id: string): boolean {
    return this.#named.has(id);
  }

  /** A reference of the model in the same words as {@link targetGroup}. */
  nameOf(value: Reference | string): string {
    return isReference(value) && value.ref === 'target-group'
      ? `target group ${value.id}`
      : String(isReference(value) ? value.id : value);
  }

  /** A security group's ID: by itself, or by the tags of the group. */
  securityGroupId(value: Reference | string): string | undefined {
    if (!isReference(value)) {
      return value;
    }
    return this.#detail.securityGroups?.find(({ tags }) =>
      value.ref === 'backend-security-group'
        ? tags['elbv2.k8s.aws/resource'] === 'backend-sg' &&
          tags['elbv2.k8s.aws/cluster'] ===
            this.#model.trackingTags['elbv2.k8s.aws/cluster']
        : tags[this.#model.resourceTagKey] === value.id &&
          Object.entries(this.#model.trackingTags).every(
            ([key, wanted]) => tags[key] === wanted,
          ),
    )?.id;
  }
}
