import {
  JsonObject,
  JsonValue,
  asObject,
  asObjects,
  asString,
  at,
  mapStrings,
} from '../json';
import { formatTimestamp, microsOf, parseTimestamp } from '../time';
import { Files, World, WorldStep, loadBundledWorld } from '../worlds';
import { roleName } from './awsIam';
import { ClusterPlan } from './plan';
import { Ids } from './random';
import { MakeContext } from './objects';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const CRDS = 'apis/apiextensions.k8s.io/v1/customresourcedefinitions';
const SYSTEM_NAMESPACES = new Set([
  'default',
  'kube-node-lease',
  'kube-public',
  'kube-system',
]);
/** Holds the applications' own classes too, so these are made, not taken over. */
const APPLICATION_LISTS = ['api/v1/nodes', 'api/v1/events'];

/** What a cluster has before any application is deployed to it. */
export interface ClusterBase {
  /** The list's answer without items, and the items that the cluster itself has. */
  lists: Map<string, { list: JsonObject; items: () => JsonObject[] }>;
  /** Answers that are no lists: `version`, resource lists of groups. */
  others: Map<string, JsonValue>;
}

const worlds = new Map<string, World>();

/**
 * A cluster's own objects: those of a recorded cluster with the same release,
 * under new UIDs, names, addresses and times.
 */
export function clusterBase(
  cluster: ClusterPlan,
  { ids, at: recordedAt }: MakeContext,
): ClusterBase {
  const { files, step } = template(cluster);
  const adapt = adapter({ cluster, ids, files, step });
  const lists: ClusterBase['lists'] = new Map();
  const others: ClusterBase['others'] = new Map();
  for (const path of files.keys()) {
    const recorded = asObject(files.get(path));
    if (!Array.isArray(recorded.items)) {
      others.set(path, recorded);
    } else {
      const own = asObjects(recorded.items).filter(
        item => isSystem(item) && !APPLICATION_LISTS.includes(path),
      );
      lists.set(path, {
        list: recorded,
        items: () =>
          own.map(item =>
            // Definitions are large and the same everywhere: only what is
            // about this copy of them is made anew.
            path === CRDS
              ? { ...item, metadata: adapt(item.metadata ?? null) }
              : renewed(asObject(adapt(item)), cluster, recordedAt),
          ),
      });
    }
  }
  return { lists, others };
}

function template({ release, attended }: ClusterPlan): {
  files: Files;
  step: WorldStep;
} {
  const name = release === 'v3.5.0' ? 'gateway-alb' : 'upgrade-v2-to-v3';
  const world = worlds.get(name) ?? loadBundledWorld(name);
  worlds.set(name, world);
  const [alive, gone] = world.steps;
  const step = attended ? alive : gone;
  const [first] = alive.clusters.values();
  const [cluster] = step.clusters.values();
  const crds = first.files.get(CRDS);
  const files = new Map(
    [...cluster.files.keys()].map((path): [string, JsonValue] => [
      path,
      cluster.files.get(path) ?? null,
    ]),
  );
  if (crds !== undefined) {
    files.set(CRDS, crds);
  }
  return { files, step };
}

function isSystem(item: JsonObject): boolean {
  const { kind } = item;
  const namespace = at(item, 'metadata', 'namespace');
  const name = asString(at(item, 'metadata', 'name'));
  if (namespace !== undefined) {
    return SYSTEM_NAMESPACES.has(asString(namespace));
  }
  // In a list of namespaces items have no kind; the recorded application's
  // namespaces are told by not being the system's.
  const isNamespace = kind === undefined && at(item, 'spec', 'finalizers');
  return isNamespace ? SYSTEM_NAMESPACES.has(name) : true;
}

/** Rewrites what belongs to the recorded cluster into what belongs to this one. */
function adapter(options: {
  cluster: ClusterPlan;
  ids: Ids;
  files: Files;
  step: WorldStep;
}): (value: JsonValue) => JsonValue {
  const { cluster, ids, files, step } = options;
  const { scope } = cluster;
  const whole = addresses(cluster, files);
  const born = asObjects(at(files.get('api/v1/namespaces'), 'items')).map(
    item => microsOf(asString(at(item, 'metadata', 'creationTimestamp'))),
  );
  const shift = cluster.createdAt * 1000 - Math.min(...born);
  return value =>
    mapStrings(value, {
      value: text => {
        const known = whole.get(text);
        if (known !== undefined) {
          return known;
        }
        const time = parseTimestamp(text);
        if (time) {
          return formatTimestamp({ ...time, micros: time.micros + shift });
        }
        return text
          .replace(UUID, uuid => ids.uid(cluster.name, 'base', uuid))
          .replace(/^--cluster-name=.*$/, `--cluster-name=${cluster.name}`)
          .replace(/^(arn:aws:iam::\d+:role\/).*$/, `$1${roleName(cluster)}`)
          .replaceAll(step.vpcId, scope.vpcId)
          .replaceAll(step.region, scope.region)
          .replaceAll(step.accountId, scope.accountId);
      },
    });
}

/** The recorded nodes and the controller's Pods get this cluster's names and addresses. */
function addresses(cluster: ClusterPlan, files: Files): Map<string, string> {
  const result = new Map<string, string>();
  const nodes = asObjects(at(files.get('api/v1/nodes'), 'items'));
  nodes.forEach((node, index) => {
    const { name, ip } = cluster.nodes[index % cluster.nodes.length];
    result.set(asString(at(node, 'metadata', 'name')), name);
    result.set(asString(at(node, 'status', 'addresses', 0, 'address')), ip);
  });
  asObjects(at(files.get('api/v1/pods'), 'items'))
    .filter(isSystem)
    .forEach((pod, index) => {
      const host = result.get(asString(at(pod, 'status', 'hostIP')));
      const [, , third = 0, fourth = 0] = (host ?? '').split('.').map(Number);
      // Beside its node's address, where no application's Pod is.
      const ip = `10.20.${third + 15}.${(fourth + index) % 250}`;
      result.set(asString(at(pod, 'status', 'podIP')), ip);
    });
  return result;
}

/** A lease of a controller that runs was renewed a moment ago. */
function renewed(
  item: JsonObject,
  { attended }: ClusterPlan,
  recordedAt: number,
): JsonObject {
  const spec = asObject(item.spec);
  const time = parseTimestamp(asString(spec.renewTime));
  if (!time || !attended) {
    return item;
  }
  const micros = (recordedAt - 500) * 1000;
  const renewTime = formatTimestamp({ ...time, micros });
  return { ...item, spec: { ...spec, renewTime } };
}
