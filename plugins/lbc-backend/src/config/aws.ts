import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readAccountId, readPositive, readRegion } from './read';

/** One account and Region as configured. */
export interface ConfiguredScope {
  accountId: string;
  region: string;
  /** Addresses by AWS service, instead of the public ones. */
  endpoints: Readonly<Record<string, string>>;
}

export interface LbcAwsConfig {
  regions: string[];
  scopes: ConfiguredScope[];
  budget: { requestsPerSecond: number; burst: number };
  /** Services that are read only where they are switched on. */
  optional: { ec2: boolean; eks: boolean; iam: boolean };
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

function readEndpoint(endpoint: string, key: string): string {
  let url: URL;
  try {
    url = new URL(endpoint);
  } catch {
    throw new InputError(`${key} is "${endpoint}", which is no URL`);
  }
  const plain = url.protocol === 'http:' && LOOPBACK.test(url.hostname);
  if (url.protocol !== 'https:' && !plain) {
    throw new InputError(
      `${key} is "${endpoint}": write a URL with https, or one of this machine`,
    );
  }
  return endpoint;
}

function readScope(config: Config, index: number): ConfiguredScope {
  const prefix = `lbc.aws.scopes[${index}]`;
  const endpoints = config.getOptionalConfig('endpoints');
  return {
    accountId: readAccountId(config, prefix),
    region: readRegion(config.getString('region'), `${prefix}.region`),
    endpoints: Object.fromEntries(
      (endpoints?.keys() ?? []).map(service => [
        service,
        readEndpoint(
          endpoints!.getString(service),
          `${prefix}.endpoints.${service}`,
        ),
      ]),
    ),
  };
}

/** Reads `lbc.aws`. */
export function readAwsConfig(config: Config | undefined): LbcAwsConfig {
  const budget = config?.getOptionalConfig('budget');
  const optional = config?.getOptionalConfig('optional');
  const prefix = 'lbc.aws.budget';
  return {
    regions: (config?.getOptionalStringArray('regions') ?? []).map(
      (region, index) => readRegion(region, `lbc.aws.regions[${index}]`),
    ),
    scopes: (config?.getOptionalConfigArray('scopes') ?? []).map(readScope),
    budget: {
      requestsPerSecond: readPositive({
        config: budget,
        prefix,
        key: 'requestsPerSecond',
        fallback: 2,
      }),
      burst: readPositive({
        config: budget,
        prefix,
        key: 'burst',
        fallback: 10,
      }),
    },
    optional: {
      ec2: optional?.getOptionalBoolean('ec2') ?? false,
      eks: optional?.getOptionalBoolean('eks') ?? false,
      iam: optional?.getOptionalBoolean('iam') ?? false,
    },
  };
}
