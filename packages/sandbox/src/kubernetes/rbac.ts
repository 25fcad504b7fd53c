import { JsonObject, JsonValue, asObject, asObjects, at } from '../json';
import {
  ControllerDeployment,
  compareVersions,
  loadClusterFiles,
} from '../worlds';
import { ResourceType } from './apiGroups';

/** The group of roles and bindings. */
export const RBAC_GROUP = 'rbac.authorization.k8s.io';

/** The list of one RBAC kind that a release's chart installs; empty without a controller. */
export function chartRbac(options: {
  controller: ControllerDeployment | undefined;
  type: ResourceType;
}): JsonValue {
  const { controller, type } = options;
  const apiVersion = `${type.group}/${type.version}`;
  const empty = {
    kind: `${type.kind}List`,
    apiVersion,
    metadata: { resourceVersion: '1' },
    items: [],
  };
  if (!controller) {
    return empty;
  }
  const release = newestNotAfter(controller.version);
  const path = `${release}/apis/${apiVersion}/${type.resource}`;
  const recorded = loadClusterFiles().get(path);
  if (recorded === undefined) {
    return empty;
  }
  return {
    ...asObject(recorded),
    items: asObjects(at(recorded, 'items')).map(item =>
      installedWith(item, controller),
    ),
  };
}

/**
 * The objects were recorded at another time than the world was; the chart
 * made them when it made the Deployment.
 */
function installedWith(
  item: JsonObject,
  { createdAt }: ControllerDeployment,
): JsonObject {
  if (createdAt === undefined) {
    return item;
  }
  const metadata = { ...asObject(item.metadata), creationTimestamp: createdAt };
  return { ...item, metadata };
}

/** The newest release whose objects were recorded and that is not newer than this one. */
function newestNotAfter(version: string | undefined): string {
  const releases = [
    ...new Set(
      [...loadClusterFiles().keys()]
        .map(path => path.split('/')[0])
        .filter(folder => /^v\d/.test(folder)),
    ),
  ].sort(compareVersions);
  const known = releases.filter(
    release => version === undefined || compareVersions(release, version) <= 0,
  );
  return known[known.length - 1] ?? releases[0];
}
