import { Files, JsonObject, JsonValue, World, WorldStep } from 'lbc-sandbox';

/** Changes the items of lists: by the path of a list of Kubernetes, or by `<path>#<key>` of one of AWS. */
export type ListChanges = Record<string, (items: JsonObject[]) => JsonObject[]>;

/**
 * A recording as a cluster of its own: no other copy has its `kube-system` or
 * its host names, which exist once in the world.
 */
export function clusterCopy(options: {
  world: World;
  /** From 1; the same one makes the same cluster. */
  number: number;
  kubernetes?: ListChanges;
  aws?: ListChanges;
}): World {
  const { world, number, kubernetes = {}, aws = {} } = options;
  const own = ownText(world, number);
  const ofItems = Object.fromEntries(
    Object.entries(kubernetes).map(([path, change]) => [
      `${path}#items`,
      change,
    ]),
  );
  return {
    ...world,
    steps: world.steps.map(
      (step): WorldStep => ({
        ...step,
        aws: changed(step.aws, { own, changes: aws }),
        clusters: new Map(
          [...step.clusters].map(([name, cluster]) => [
            name,
            {
              ...cluster,
              files: changed(cluster.files, { own, changes: ofItems }),
            },
          ]),
        ),
      }),
    ),
  };
}

function ownText(world: World, number: number): (text: string) => string {
  const [cluster] = world.steps[0].clusters.values();
  const { items } = objectOf(cluster.files.get('api/v1/namespaces'));
  const metadata = (Array.isArray(items) ? items : [])
    .map(item => objectOf(objectOf(item).metadata))
    .find(({ name }) => name === 'kube-system');
  const uid = String(metadata?.uid);
  const ownUid = `${String(number).padStart(8, '0')}${uid.slice(8)}`;
  return text =>
    text
      .replaceAll(uid, ownUid)
      .replaceAll(/-(\w+\.[\w-]+\.elb\.amazonaws\.com)/g, `-${number}$1`);
}

function changed(
  files: Files,
  options: { own: (text: string) => string; changes: ListChanges },
): Files {
  const { own, changes } = options;
  const all = new Map<string, JsonValue>(
    [...files.keys()].map(path => [
      path,
      JSON.parse(own(JSON.stringify(files.get(path)))),
    ]),
  );
  for (const [target, change] of Object.entries(changes)) {
    const [path, key] = target.split('#');
    const answer = objectOf(all.get(path));
    // A list that nobody recorded is empty.
    const items = all.has(path) ? answer[key] : [];
    if (Array.isArray(items)) {
      all.set(path, { ...answer, [key]: change(items.map(objectOf)) });
    }
  }
  return all;
}

/** An object, or an empty one. */
export function objectOf(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}
