import {
  FleetWorld,
  JsonObject,
  JsonValue,
  World,
  WorldStep,
  loadBundledWorld,
  withRoles,
} from 'lbc-sandbox';
import { changed, objectOf } from '../cases/changed';

const DEPLOYMENTS = 'apis/apps/v1/deployments';
const PODS = 'api/v1/pods';
const CRDS = 'apis/apiextensions.k8s.io/v1/customresourcedefinitions';
const CONTROLLER = 'aws-load-balancer-controller';

/**
 * Each world is a cluster in an account of its own, both called after it. Each
 * is of another recording: two copies of one would be the same cluster.
 */
const WORLDS: Record<string, () => World> = {
  compatible: () => withRoles(loadBundledWorld('ingress-alb')),
  'too-old': () => ofRelease(loadBundledWorld('degraded'), 'v2.2.4'),
  'crds-behind': () =>
    withRoles(withOldCrds(loadBundledWorld('upgrade-v2-to-v3'))),
  'iam-short': () =>
    withRoles(loadBundledWorld('iam-missing'), {
      without: ['elasticloadbalancing:DescribeListenerAttributes'],
    }),
  digest: () => byDigest(loadBundledWorld('drift')),
  'auto-mode': () => inAutoMode(loadBundledWorld('deletion-protection')),
  twice: () => withSecond(loadBundledWorld('recreated-owner')),
};

/** A fleet with controllers that fit, and ones that don't. */
export function everyFit(): FleetWorld[] {
  return Object.entries(WORLDS).map(([name, load], index) => ({
    world: load(),
    name,
    clusterName: name,
    accountId: String(200_000_000_000 + index),
  }));
}

/** A world with every text of it replaced. */
function replaced(
  value: JsonObject,
  pairs: Array<[RegExp, string]>,
): JsonObject {
  const text = pairs.reduce(
    (before, [from, to]) => before.replace(from, to),
    JSON.stringify(value),
  );
  return objectOf(JSON.parse(text) as JsonValue);
}

const isController = (item: JsonObject) =>
  JSON.stringify(item).includes(`/${CONTROLLER}`);

/** Deployments and Pods of the controller, changed. */
function controllers(
  world: World,
  change: (item: JsonObject, step: WorldStep) => JsonObject[],
): World {
  return [DEPLOYMENTS, PODS].reduce(
    (before, path) =>
      changed(before, path, (items, step) =>
        items.flatMap(item =>
          isController(item) ? change(item, step) : [item],
        ),
      ),
    world,
  );
}

/** The controller as an old release, on a cluster that has moved on. */
function ofRelease(world: World, version: string): World {
  return controllers(world, item => [replaced(item, [[/v3\.5\.0/g, version]])]);
}

/** Only a digest names the image, and no label says what is in it. */
function byDigest(world: World): World {
  return controllers(world, item => [
    replaced(item, [
      [/:v3\.5\.0"/g, `@sha256:${'0f'.repeat(32)}"`],
      [/"app\.kubernetes\.io\/version"/g, '"example.com/was-version"'],
      [/"helm\.sh\/chart"/g, '"example.com/was-chart"'],
    ]),
  ]);
}

/** The new release over the CRDs of the old one: helm upgrade changes none. */
function withOldCrds(world: World): World {
  const [first] = world.steps;
  const last = world.steps[world.steps.length - 1];
  const [[, before]] = [...first.clusters];
  const crds = objectOf(before.files.get(CRDS));
  const items = Array.isArray(crds.items) ? crds.items.map(objectOf) : [];
  return changed({ ...world, steps: [last] }, CRDS, () => items);
}

/** AWS runs the controller outside of the cluster, where its own kinds tell of it. */
function inAutoMode(world: World): World {
  const without = controllers(world, () => []);
  return changed(without, CRDS, items =>
    items.map(item =>
      replaced(item, [[/elbv2\.k8s\.aws/g, 'eks.amazonaws.com']]),
    ),
  );
}

/** Somebody installed a second one beside it. */
function withSecond(world: World): World {
  return changed(world, DEPLOYMENTS, items =>
    items.flatMap(item => {
      const metadata = objectOf(item.metadata);
      return isController(item)
        ? [
            item,
            {
              ...item,
              metadata: {
                ...metadata,
                name: 'second-controller',
                uid: '55555555-5555-4555-8555-555555555555',
              },
            },
          ]
        : [item];
    }),
  );
}
