import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { EntityTag, RetiredCluster } from '@lbc-backstage/plugin-lbc-common';
import { readAccountId, readRegion } from './read';

/** A cluster binding that an operator declares. */
export interface ConfiguredBinding {
  clusterTag: string;
  accountId: string;
  region: string;
  vpcId?: string;
  cluster: string;
}

function each<T>(
  config: Config | undefined,
  key: string,
  read: (item: Config, prefix: string) => T,
): T[] {
  return (config?.getOptionalConfigArray(key) ?? []).map((item, index) =>
    read(item, `lbc.${key}[${index}]`),
  );
}

/** Reads `lbc.bindings`. */
export function readBindings(config: Config | undefined): ConfiguredBinding[] {
  return each(config, 'bindings', (item, prefix) => {
    const vpcId = item.getOptionalString('vpcId');
    return {
      clusterTag: item.getString('clusterTag'),
      accountId: readAccountId(item, prefix),
      region: readRegion(item.getString('region'), `${prefix}.region`),
      ...(vpcId && { vpcId }),
      cluster: item.getString('cluster'),
    };
  });
}

/** Reads `lbc.retiredClusters`. */
export function readRetiredClusters(
  config: Config | undefined,
): RetiredCluster[] {
  return each(config, 'retiredClusters', (item, prefix) => {
    const at = item.getString('at');
    if (Number.isNaN(Date.parse(at))) {
      throw new InputError(
        `${prefix}.at is "${at}", which is no time: write it as in '2026-11-01'`,
      );
    }
    return {
      clusterTag: item.getString('clusterTag'),
      accountId: readAccountId(item, prefix),
      region: readRegion(item.getString('region'), `${prefix}.region`),
      vpcId: item.getString('vpcId'),
      by: item.getString('by'),
      at: new Date(at).toISOString(),
    };
  });
}

/** Reads `lbc.entityTags`. */
export function readEntityTags(config: Config | undefined): EntityTag[] {
  return each(config, 'entityTags', item => {
    const kind = item.getOptionalString('kind');
    const namespace = item.getOptionalString('namespace');
    return {
      key: item.getString('key'),
      ...(kind && { kind }),
      ...(namespace && { namespace }),
    };
  });
}
