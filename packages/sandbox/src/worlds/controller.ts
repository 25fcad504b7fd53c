import { JsonObject, JsonValue, asObjects, asString, at } from '../json';

const IMAGE = /aws-load-balancer-controller[^:@]*(?::([^@]+))?/;
const CLUSTER_NAME = /^--cluster-name=(.+)$/;

/** The controller as its Deployment describes it. */
export interface ControllerDeployment {
  /** The image's tag, e.g. `v3.5.0`. */
  version?: string;
  /** `--cluster-name`. */
  clusterName?: string;
  createdAt?: string;
}

/** Finds the controller in a list of Deployments, by its image. */
export function findController(
  deployments: JsonValue,
): ControllerDeployment | undefined {
  for (const item of asObjects(at(deployments, 'items'))) {
    const found = describe(item);
    if (found) {
      return found;
    }
  }
  return undefined;
}

function describe(deployment: JsonObject): ControllerDeployment | undefined {
  const containers = asObjects(
    at(deployment, 'spec', 'template', 'spec', 'containers'),
  );
  for (const container of containers) {
    const image = IMAGE.exec(asString(container.image));
    if (image) {
      const args = Array.isArray(container.args) ? container.args : [];
      const clusterName = args
        .map(arg => CLUSTER_NAME.exec(asString(arg))?.[1])
        .find(name => name !== undefined);
      return {
        version: image[1],
        clusterName,
        createdAt:
          asString(at(deployment, 'metadata', 'creationTimestamp')) ||
          undefined,
      };
    }
  }
  return undefined;
}

/** Compares `v2.17.1` with `v3.5.0`; what is no version sorts first. */
export function compareVersions(left: string, right: string): number {
  const parts = (version: string) =>
    version
      .replace(/^v/, '')
      .split(/[.-]/)
      .slice(0, 3)
      .map(part => (/^\d+$/.test(part) ? Number(part) : 0));
  const a = parts(left);
  const b = parts(right);
  for (let index = 0; index < 3; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}
