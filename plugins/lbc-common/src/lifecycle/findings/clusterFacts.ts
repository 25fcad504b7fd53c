import { StackRef, stackKey } from '../../identity/claims';
import { parseElbArn, scopeIdOf } from '../../identity/arn';
import {
  CustomResourceDefinitionObject,
  GatewayObject,
  TargetGroupBindingObject,
} from '../../inventory/objects';
import { reconcileEvents } from '../../inventory/owners/events';
import { ReconcileEvents } from '../../inventory/owners/types';
import { ScopeIndex } from '../../inventory/scopeIndex';
import { ClusterSnapshot } from '../../inventory/snapshot';
import { stackOfLabels } from '../../inventory/targetBindings';

/** A failure that the controller told of a TargetGroupBinding. */
export interface BindingFailure {
  namespace: string;
  name: string;
  failure: NonNullable<ReconcileEvents['failure']>;
}

/** Bindings by the stack that their labels name; a user's have none. */
function byStack(
  bindings: readonly TargetGroupBindingObject[],
): ReadonlyMap<string, TargetGroupBindingObject[]> {
  const found = new Map<string, TargetGroupBindingObject[]>();
  for (const each of bindings) {
    const stack = stackOfLabels(each.metadata.labels ?? {});
    if (stack) {
      const key = stackKey(stack);
      const list = found.get(key);
      if (list) {
        list.push(each);
      } else {
        found.set(key, [each]);
      }
    }
  }
  return found;
}

/** A cluster's objects by what findings ask for: made once for all subjects. */
export class ClusterFacts {
  static readonly #known = new WeakMap<ClusterSnapshot, ClusterFacts>();

  static of(snapshot: ClusterSnapshot): ClusterFacts {
    let facts = ClusterFacts.#known.get(snapshot);
    if (!facts) {
      facts = new ClusterFacts(snapshot);
      ClusterFacts.#known.set(snapshot, facts);
    }
    return facts;
  }

  readonly #snapshot: ClusterSnapshot;
  #bindings?: ReadonlyMap<string, TargetGroupBindingObject[]>;
  readonly #dangling = new WeakMap<
    ScopeIndex,
    ReadonlyMap<string, TargetGroupBindingObject[]>
  >();
  #bindingsFail?: boolean;
  #eventsOf?: (key: string, uid: string) => ReconcileEvents;
  #gateways?: ReadonlyMap<string, GatewayObject>;
  #definitions?: ReadonlyMap<string, CustomResourceDefinitionObject>;
  #autoModeArns?: ReadonlySet<string>;

  private constructor(snapshot: ClusterSnapshot) {
    this.#snapshot = snapshot;
  }

  /** TargetGroupBindings that the controller made for a stack. */
  bindingsOf(stack: StackRef | undefined): readonly TargetGroupBindingObject[] {
    this.#bindings ??= byStack(this.#all);
    return stack ? this.#bindings.get(stackKey(stack)) ?? [] : [];
  }

  /** Those of a stack whose target group a scope, read whole, has not. */
  danglingOf(
    stack: StackRef | undefined,
    scope: ScopeIndex,
  ): readonly TargetGroupBindingObject[] {
    let dangling = this.#dangling.get(scope);
    if (!dangling) {
      dangling = byStack(
        this.#all.filter(({ spec }) => {
          const arn = spec?.targetGroupARN;
          if (arn === undefined || scope.targetGroups.has(arn)) {
            return false;
          }
          const parsed = parseElbArn(arn);
          return parsed !== undefined && scopeIdOf(parsed) === scope.id;
        }),
      );
      this.#dangling.set(scope, dangling);
    }
    return stack && dangling.size > 0
      ? dangling.get(stackKey(stack)) ?? []
      : [];
  }

  /** Failures of a stack's TargetGroupBindings, as the controller told them last. */
  bindingFailures(stack: StackRef | undefined): BindingFailure[] {
    this.#bindingsFail ??= (this.#snapshot.kinds.events?.items ?? []).some(
      ({ type, involvedObject }) =>
        type === 'Warning' && involvedObject.kind === 'TargetGroupBinding',
    );
    if (!this.#bindingsFail) {
      return [];
    }
    this.#eventsOf ??= reconcileEvents(
      this.#snapshot.kinds.events?.items ?? [],
    );
    const eventsOf = this.#eventsOf;
    return this.bindingsOf(stack).flatMap(({ metadata }) => {
      const { namespace, name, uid } = metadata;
      const { failure } = eventsOf(
        `TargetGroupBinding/${namespace}/${name}`,
        uid,
      );
      return failure ? [{ namespace, name, failure }] : [];
    });
  }

  get #all(): readonly TargetGroupBindingObject[] {
    return this.#snapshot.kinds.targetGroupBindings?.items ?? [];
  }

  gateway(namespace: string, name: string): GatewayObject | undefined {
    this.#gateways ??= new Map(
      (this.#snapshot.kinds.gateways?.items ?? []).map(each => [
        `${each.metadata.namespace}/${each.metadata.name}`,
        each,
      ]),
    );
    return this.#gateways.get(`${namespace}/${name}`);
  }

  /** A CRD by its name; none of them where the list was not read. */
  definition(name: string): CustomResourceDefinitionObject | undefined {
    this.#definitions ??= new Map(
      (this.#snapshot.kinds.customResourceDefinitions?.items ?? []).map(
        each => [each.metadata.name, each],
      ),
    );
    return this.#definitions.get(name);
  }

  /** Target groups that EKS Auto Mode's own TargetGroupBindings name. */
  isBoundByAutoMode(targetGroupArn: string): boolean {
    this.#autoModeArns ??= new Set(
      (this.#snapshot.kinds.autoModeTargetGroupBindings?.items ?? []).flatMap(
        ({ spec }) => spec?.targetGroupARN ?? [],
      ),
    );
    return this.#autoModeArns.has(targetGroupArn);
  }
}
