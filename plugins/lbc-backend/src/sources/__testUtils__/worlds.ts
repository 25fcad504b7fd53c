import { Files, JsonObject, JsonValue, World } from 'lbc-sandbox';

const INGRESSES = 'apis/networking.k8s.io/v1/ingresses';

/** A world with so many Ingresses, each like the first that was recorded. */
export function withIngresses(world: World, count: number): World {
  return {
    ...world,
    steps: world.steps.map(step => ({
      ...step,
      clusters: new Map(
        [...step.clusters].map(([name, cluster]) => [
          name,
          { ...cluster, files: overlay(cluster.files, count) },
        ]),
      ),
    })),
  };
}

function overlay(files: Files, count: number): Files {
  const list = objectOf(files.get(INGRESSES));
  const [first] = Array.isArray(list.items) ? list.items : [];
  const items = Array.from({ length: count }, (_, index) =>
    copyOf(objectOf(first), index),
  );
  return {
    get: path => (path === INGRESSES ? { ...list, items } : files.get(path)),
    has: path => files.has(path),
    keys: () => files.keys(),
  };
}

function copyOf(ingress: JsonObject, index: number): JsonObject {
  const number = String(index).padStart(4, '0');
  return {
    ...ingress,
    metadata: {
      ...objectOf(ingress.metadata),
      name: `web-${number}`,
      uid: `00000000-0000-0000-0000-00000000${number}`,
    },
  };
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}

/** The world with one more tag on everything. */
export function withTag(
  world: World,
  tag: { Key: string; Value: string },
): World {
  const add = (json: JsonValue | undefined): JsonValue | undefined => {
    if (Array.isArray(json)) {
      return json.map(each => add(each) ?? null);
    }
    if (typeof json !== 'object' || json === null) {
      return json;
    }
    return Object.fromEntries(
      Object.entries(json).map(([key, inner]): [string, JsonValue] => [
        key,
        key === 'Tags' && Array.isArray(inner)
          ? [tag, ...inner]
          : add(inner) ?? null,
      ]),
    );
  };
  return {
    ...world,
    steps: world.steps.map(step => ({
      ...step,
      aws: {
        get: path => add(step.aws.get(path)),
        has: path => step.aws.has(path),
        keys: () => step.aws.keys(),
      },
    })),
  };
}
