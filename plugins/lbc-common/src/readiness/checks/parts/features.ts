import type { FeatureInUse } from '../../../compatibility/types';
import { featuresUnder } from '../../featuresUnder';
import type { ReadinessInput } from '../../input';

/** What one annotation, label or field is under one release and under the other. */
export interface FeatureChange {
  name: string;
  object: string;
  was: FeatureInUse['status'];
  is: FeatureInUse['status'];
}

const CHANGES = new WeakMap<ReadinessInput, FeatureChange[]>();

/** What of the objects' annotations and fields means something else under the target. */
export function featureChanges(input: ReadinessInput): FeatureChange[] {
  const had = CHANGES.get(input);
  if (had) {
    return had;
  }
  const { from, to, objects, history, knowledge } = input;
  const read = (release: typeof from) =>
    featuresUnder({
      objects,
      knowledge,
      history,
      ...(release && { release }),
    });
  const key = ({ name, object }: FeatureInUse) =>
    `${name}\u0000${object.kind}/${object.namespace ?? ''}/${object.name}`;
  const before = new Map(read(from).map(each => [key(each), each.status]));
  const changes =
    from && to
      ? read(to).flatMap((each): FeatureChange[] => {
          const was = before.get(key(each));
          return was !== undefined && was !== each.status
            ? [
                {
                  name: each.name,
                  object: `${each.object.kind} ${
                    each.object.namespace === undefined
                      ? each.object.name
                      : `${each.object.namespace}/${each.object.name}`
                  }`,
                  was,
                  is: each.status,
                },
              ]
            : [];
        })
      : [];
  CHANGES.set(input, changes);
  return changes;
}

/** Changes by name, however many objects have it. */
export function byName(
  changes: readonly FeatureChange[],
): Array<{ name: string; objects: string[] }> {
  const found = new Map<string, string[]>();
  for (const { name, object } of changes) {
    found.set(name, [...(found.get(name) ?? []), object]);
  }
  return [...found].map(([name, objects]) => ({ name, objects }));
}
