import type { Attribution } from './Changes';
import type { TakeOver } from './takeOver';
import type { BaselineOwner, BaselineStack, ChangeCause } from './types';

const keyOf = ({ kind, namespace, name }: Omit<BaselineOwner, 'specHash'>) =>
  `${kind}/${namespace}/${name}`;

/** Tells changes of a stack's owners from those of the upgrade. */
export class StackAttribution implements Attribution {
  /** Keys of owners whose own spec, or whose Services or routes, changed. */
  readonly #changed = new Set<string>();
  readonly #members: boolean;
  readonly #unknown: boolean;
  readonly #classChanged: boolean;
  readonly notByOwner: ChangeCause;
  /** Was one of the owners deleted and made again? */
  readonly recreated: boolean;

  static create(options: {
    before: BaselineStack;
    after: BaselineStack;
    takeOver: TakeOver;
  }): StackAttribution {
    return new StackAttribution(options);
  }

  private constructor(options: {
    before: BaselineStack;
    after: BaselineStack;
    takeOver: TakeOver;
  }) {
    const { before, after, takeOver } = options;
    const causes = {
      happened: 'upgrade',
      none: 'somebody',
      unknown: 'unknown',
    } as const;
    this.notByOwner = causes[takeOver.state];
    const now = new Map(after.owners.map(owner => [keyOf(owner), owner]));
    const then = new Set(before.owners.map(keyOf));
    this.#members =
      before.owners.some(owner => !now.has(keyOf(owner))) ||
      after.owners.some(owner => !then.has(keyOf(owner)));
    let recreated = false;
    let unknown = false;
    const namespaces = changedNamespaces(before, after);
    for (const owner of before.owners) {
      const key = keyOf(owner);
      const later = now.get(key);
      const again = Boolean(owner.uid && later?.uid && owner.uid !== later.uid);
      recreated ||= again;
      if (later && (!owner.specHash || !later.specHash)) {
        unknown = true;
      } else if (
        !later ||
        again ||
        later.specHash !== owner.specHash ||
        namespaces.teams.has(owner.namespace)
      ) {
        this.#changed.add(key);
      }
    }
    // A route of another namespace belongs to the one Gateway that there is.
    if (before.owners.length === 1 && namespaces.teams.size > 0) {
      this.#changed.add(keyOf(before.owners[0]));
    }
    this.recreated = recreated;
    this.#unknown = unknown;
    this.#classChanged = namespaces.ofClass;
  }

  /** Did one of these owners, or any, change what it asks for? */
  hasChanged(owners?: readonly string[]): boolean {
    return owners
      ? owners.some(key => this.#changed.has(key))
      : this.#members || this.#changed.size > 0;
  }

  causeOf({ owners }: { owners?: readonly string[] }): ChangeCause {
    if (this.hasChanged(owners)) {
      return 'owner';
    }
    if (this.#classChanged) {
      return 'somebody';
    }
    return this.#unknown ? 'unknown' : this.notByOwner;
  }

  expects(cause: ChangeCause): boolean {
    return cause === 'owner' || (cause === 'somebody' && this.#classChanged);
  }
}

/** Where Services, routes and configurations changed, and whether the class did. */
function changedNamespaces(before: BaselineStack, after: BaselineStack) {
  const teams = new Set<string>();
  let ofClass = false;
  if (before.inputs && after.inputs) {
    const text = (stack: BaselineStack) =>
      new Map(
        (stack.inputs ?? []).map(each => [
          `${each.kind}/${each.namespace}/${each.name}`,
          each,
        ]),
      );
    const [then, now] = [text(before), text(after)];
    for (const key of new Set([...then.keys(), ...now.keys()])) {
      const [was, is] = [then.get(key), now.get(key)];
      const input = is ?? was;
      if (input && was?.specHash !== is?.specHash) {
        if (input.namespace === '') {
          ofClass = true;
        } else {
          teams.add(input.namespace);
        }
      }
    }
  }
  return { teams, ofClass };
}
