import { JsonObject, JsonValue, World } from 'lbc-sandbox';

/** A value as the object that it is; else an empty one. */
export const objectOf = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : {};

/** A world whose lists of one path are others, at every step. */
export function changed(
  world: World,
  path: string,
  change: (items: JsonObject[], step: World['steps'][number]) => JsonObject[],
): World {
  return {
    ...world,
    steps: world.steps.map(step => ({
      ...step,
      clusters: new Map(
        [...step.clusters].map(([name, cluster]) => {
          const list = objectOf(cluster.files.get(path));
          const items = Array.isArray(list.items) ? list.items : [];
          const files = new Map(
            [...cluster.files.keys()].map(key => [
              key,
              cluster.files.get(key) ?? null,
            ]),
          );
          files.set(path, {
            ...list,
            items: change(items.map(objectOf), step),
          });
          return [name, { ...cluster, files }];
        }),
      ),
    })),
  };
}

const TARGET_GROUP_ATTRIBUTES = 'elbv2/DescribeTargetGroupAttributes';
const DELAY = /("deregistration_delay\.timeout_seconds","Value":")\d+(")/g;

/** A world whose target groups let their targets go after other than 300 s. */
export function withDeregistrationDelay(world: World, seconds: number): World {
  return {
    ...world,
    steps: world.steps.map(step => {
      const aws = new Map(
        [...step.aws.keys()].map(key => [key, step.aws.get(key) ?? null]),
      );
      const text = JSON.stringify(aws.get(TARGET_GROUP_ATTRIBUTES));
      const other = text.replace(DELAY, `$1${seconds}$2`);
      if (other === text) {
        throw new Error(`${world.name} has no deregistration delay.`);
      }
      aws.set(TARGET_GROUP_ATTRIBUTES, JSON.parse(other) as JsonValue);
      return { ...step, aws };
    }),
  };
}
