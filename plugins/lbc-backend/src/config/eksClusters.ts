import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { parseArn } from '@lbc-backstage/plugin-lbc-common';

/** An EKS cluster that an operator says a portal's cluster is. */
export interface ConfiguredEksCluster {
  /** The cluster's name in the portal. */
  cluster: string;
  arn: string;
}

/** Reads `lbc.eksClusters`. */
export function readEksClusters(
  config: Config | undefined,
): ConfiguredEksCluster[] {
  return (config?.getOptionalConfigArray('eksClusters') ?? []).map(
    (item, index) => {
      const arn = item.getString('arn');
      const parsed = parseArn(arn);
      if (
        parsed?.service !== 'eks' ||
        !parsed.resource.startsWith('cluster/')
      ) {
        throw new InputError(
          `lbc.eksClusters[${index}].arn is "${arn}", which is no cluster of EKS: write it as in arn:aws:eks:eu-west-1:123456789012:cluster/prod`,
        );
      }
      return { cluster: item.getString('cluster'), arn };
    },
  );
}

/**
 * Addresses of API servers, by the cluster's name in the portal, as far as
 * `kubernetes.clusterLocatorMethods` writes them down. EKS names the same
 * address for a cluster of its own, which proves which one it is.
 */
export function readApiServers(root: Config): ReadonlyMap<string, string> {
  const servers = new Map<string, string>();
  const methods =
    root.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];
  for (const method of methods) {
    if (method.getOptionalString('type') !== 'config') {
      continue;
    }
    for (const cluster of method.getOptionalConfigArray('clusters') ?? []) {
      const name = cluster.getOptionalString('name');
      const url = cluster.getOptionalString('url');
      if (name !== undefined && url !== undefined) {
        servers.set(name, url);
      }
    }
  }
  return servers;
}
