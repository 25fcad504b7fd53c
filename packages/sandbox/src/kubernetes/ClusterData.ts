import { JsonObject, JsonValue, asObjects, asString, at } from '../json';
import { Files, World, WorldStep, findController } from '../worlds';
import { listFile } from './apiPath';
import {
  ApiGroup,
  ResourceType,
  builtinGroups,
  customGroups,
  groupsOfFiles,
} from './apiGroups';
import { RBAC_GROUP, chartRbac } from './rbac';

/** A list as a cluster answers it, before anything is filtered or paged. */
export interface RecordedList {
  apiVersion: string;
  /** The list's kind, e.g. `IngressList`. */
  kind: string;
  resourceVersion: string;
  items: JsonObject[];
}

const DEFINITIONS = 'apis/apiextensions.k8s.io/v1/customresourcedefinitions';
const DEPLOYMENTS = 'apis/apps/v1/deployments';
const NO_FILES: Files = new Map();

/**
 * What one cluster of a world has at each step: the recorded answers, and
 * what follows for those that were not recorded.
 *
 * - Definitions (CRDs) were recorded when they changed: a step without them
 *   has those of the step before.
 * - Discovery and the chart's RBAC objects were recorded once for all.
 * - A kind whose list was recorded under another served version is the same
 *   objects under that version's name.
 * - Any other kind without a recorded list is one that may not be read.
 */
export class ClusterData {
  readonly #world: World;
  readonly #cluster: string;
  readonly #groups = new Map<number, ApiGroup[]>();

  constructor(options: { world: World; cluster: string }) {
    this.#world = options.world;
    this.#cluster = options.cluster;
  }

  /** The folder of the cluster's recordings, which its times go by. */
  folder(stepIndex: number): string {
    return (
      this.#step(stepIndex).clusters.get(this.#cluster)?.folder ?? 'kubernetes'
    );
  }

  step(stepIndex: number): WorldStep {
    return this.#step(stepIndex);
  }

  /** A recorded answer that is no list, e.g. `version`. */
  file(stepIndex: number, path: string): JsonValue | undefined {
    return this.#files(stepIndex).get(path);
  }

  /** Every group that the cluster serves; the core group is named "". */
  groups(stepIndex: number): ApiGroup[] {
    let groups = this.#groups.get(stepIndex);
    if (!groups) {
      const defined = [
        ...builtinGroups(),
        ...customGroups(this.#latest(stepIndex, DEFINITIONS)),
      ];
      groups = [...defined, ...groupsOfFiles(this.#files(stepIndex), defined)];
      this.#groups.set(stepIndex, groups);
    }
    return groups;
  }

  /** A kind's list as it stands at a step; nothing where it may not be read. */
  list(stepIndex: number, type: ResourceType): RecordedList | undefined {
    const path = listFile(type.group, type.version, type.resource);
    if (path === DEFINITIONS) {
      return toList(this.#latest(stepIndex, DEFINITIONS), type);
    }
    const recorded = this.#files(stepIndex).get(path);
    if (recorded !== undefined) {
      return toList(recorded, type);
    }
    if (type.group === RBAC_GROUP) {
      return toList(this.#rbac(stepIndex, type), type);
    }
    return this.#otherVersion(stepIndex, type);
  }

  #step(stepIndex: number): WorldStep {
    return this.#world.steps[stepIndex];
  }

  #files(stepIndex: number): Files {
    return this.#step(stepIndex).clusters.get(this.#cluster)?.files ?? NO_FILES;
  }

  /** An answer of this step or of the nearest before that has it. */
  #latest(stepIndex: number, path: string): JsonValue | undefined {
    for (let index = stepIndex; index >= 0; index--) {
      const recorded = this.#files(index).get(path);
      if (recorded !== undefined) {
        return recorded;
      }
    }
    return undefined;
  }

  #rbac(stepIndex: number, type: ResourceType): JsonValue | undefined {
    const deployments = this.#latest(stepIndex, DEPLOYMENTS);
    const version = this.#step(stepIndex).controllerVersion;
    if (deployments === undefined && version === undefined) {
      return undefined;
    }
    const controller =
      deployments === undefined ? { version } : findController(deployments);
    return chartRbac({ controller, type });
  }

  #otherVersion(
    stepIndex: number,
    type: ResourceType,
  ): RecordedList | undefined {
    const files = this.#files(stepIndex);
    const group = this.groups(stepIndex).find(each => each.name === type.group);
    const apiVersion = `${type.group}/${type.version}`;
    for (const { version, types } of group?.versions ?? []) {
      const twin = types.find(each => each.resource === type.resource);
      const recorded =
        twin && files.get(listFile(type.group, version, type.resource));
      if (recorded !== undefined) {
        const list = toList(recorded, type);
        return (
          list && {
            ...list,
            apiVersion,
            items: list.items.map(item =>
              item.apiVersion === undefined ? item : { ...item, apiVersion },
            ),
          }
        );
      }
    }
    return undefined;
  }
}

function toList(
  recorded: JsonValue | undefined,
  type: ResourceType,
): RecordedList | undefined {
  if (recorded === undefined) {
    return undefined;
  }
  const apiVersion = type.group
    ? `${type.group}/${type.version}`
    : type.version;
  return {
    apiVersion: asString(at(recorded, 'apiVersion'), apiVersion),
    kind: asString(at(recorded, 'kind'), `${type.kind}List`),
    resourceVersion: asString(at(recorded, 'metadata', 'resourceVersion'), '1'),
    items: asObjects(at(recorded, 'items')),
  };
}
