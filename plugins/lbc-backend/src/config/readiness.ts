import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { ReadinessValues } from '@lbc-backstage/plugin-lbc-common';

export const READINESS_KEYS = ['values'];

/** `lbc.readiness`, read. */
export interface ReadinessConfig {
  /** Values of the chart, by the cluster's name in the portal. */
  values: Readonly<Record<string, ReadinessValues>>;
}

/** Reads `lbc.readiness`. */
export function readReadiness(config: Config | undefined): ReadinessConfig {
  const values: Record<string, ReadinessValues> = {};
  for (const [index, item] of (
    config?.getOptionalConfigArray('values') ?? []
  ).entries()) {
    const at = `lbc.readiness.values[${index}]`;
    const cluster = item.getString('cluster');
    const given = item.getOptional('values');
    if (typeof given !== 'object' || given === null || Array.isArray(given)) {
      throw new InputError(
        `${at}.values must be the values of the chart, as in values.yaml`,
      );
    }
    if (values[cluster]) {
      throw new InputError(`${at} names ${cluster} a second time`);
    }
    values[cluster] = { from: 'configuration', values: given };
  }
  return { values };
}
