import { StackRef, stackKey } from '../../identity/claims';
import { isByUser } from '../../identity/bindings';
import {
  CustomResourceDefinitionObject,
  GatewayObject,
  TargetGroupBindingObject,
} from '../../inventory/objects';
import { reconcileEvents } from '../../inventory/owners/events';
import { ReconcileEvents } from '../../inventory/owners/types';
import { ClusterSnapshot } from '../../inventory/snapshot';
import { stackOfLabels } from '../../inventory/targetBindings';

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
  #eventsOf?: (key: string, uid: string) => ReconcileEvents;
  #gateways?: ReadonlyMap<string, GatewayObject>;
  #definitions?: ReadonlyMap<string, CustomResourceDefinitionObject>;
  #autoModeArns?: ReadonlySet<string>;

  private constructor(snapshot: ClusterSnapshot) {
    this.#snapshot = snapshot;
  }

  /** TargetGroupBindings that the controller made for a stack. */
  bindingsOf(stack: StackRef | undefined): readonly TargetGroupBindingObject[] {
    if (!this.#bindings) {
      const bindings = new Map<string, TargetGroupBindingObject[]>();
      for (const each of this.#snapshot.kinds.targetGroupBindings?.items ??
        []) {
        const of = isByUser(each)
          ? undefined
          : stackOfLabels(each.metadata.labels ?? {});
        if (of) {
          const key = stackKey(of);
          const list = bindings.get(key);
          if (list) {
            list.push(each);
          } else {
            bindings.set(key, [each]);
          }
        }
      }
      this.#bindings = bindings;
    }
    return stack ? this.#bindings.get(stackKey(stack)) ?? [] : [];
  }

  /** What the controller said of a TargetGroupBinding last. */
  eventsOf({ metadata }: TargetGroupBindingObject): ReconcileEvents {
    this.#eventsOf ??= reconcileEvents(
      this.#snapshot.kinds.events?.items ?? [],
    );
    return this.#eventsOf(
      `TargetGroupBinding/${metadata.namespace}/${metadata.name}`,
      metadata.uid,
    );
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
