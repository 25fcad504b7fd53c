import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { AwsScope } from '@lbc-backstage/plugin-lbc-node';
import { Endpoints, readEndpoints } from './endpoints';

const ACCOUNT = /^\d{12}$/;
const REGION = /^[a-z]{2,5}(-[a-z]+)+-\d{1,2}$/;

/** A scope as configuration has it. */
export interface ConfiguredScope extends AwsScope {
  endpoints: Endpoints;
}

/** What configuration says of AWS. Nothing else ever names an account. */
export interface AwsSettings {
  /** `lbc.aws.scopes`, where it is given. */
  scopes?: ConfiguredScope[];
  /** `lbc.aws.regions`. */
  regions: string[];
  /** Accounts of `aws.accounts`. */
  accounts: string[];
  /** `lbc.aws.optional`: services that are read only where switched on. */
  optional: OptionalServices;
}

/** Which of the optional services a sweep reads. */
export interface OptionalServices {
  ec2: boolean;
  eks: boolean;
  iam: boolean;
}

/** Reads `lbc.aws` and the accounts of `aws`; throws naming the key that is wrong. */
export function readAwsSettings(config: Config): AwsSettings {
  const lbc = config.getOptionalConfig('lbc.aws');
  const scopes = lbc
    ?.getOptionalConfigArray('scopes')
    ?.map((scope, index) => readScope(scope, `lbc.aws.scopes[${index}]`));
  const regions = lbc?.getOptionalStringArray('regions') ?? [];
  for (const [index, region] of regions.entries()) {
    check(region, REGION, `lbc.aws.regions[${index}]`, 'an AWS Region');
  }
  const accounts = (config.getOptionalConfigArray('aws.accounts') ?? []).map(
    account => account.getString('accountId'),
  );
  const optional = lbc?.getOptionalConfig('optional');
  return {
    optional: {
      ec2: optional?.getOptionalBoolean('ec2') ?? false,
      eks: optional?.getOptionalBoolean('eks') ?? false,
      iam: optional?.getOptionalBoolean('iam') ?? false,
    },
    ...(scopes && { scopes: [...byId(scopes).values()] }),
    regions: [...new Set(regions)],
    accounts,
  };
}

/** A scope's id: one account in one Region. */
export function scopeId(accountId: string, region: string): string {
  return `${accountId}/${region}`;
}

function readScope(config: Config, key: string): ConfiguredScope {
  const accountId = config.getString('accountId');
  const region = config.getString('region');
  check(accountId, ACCOUNT, `${key}.accountId`, 'an account id of 12 digits');
  check(region, REGION, `${key}.region`, 'an AWS Region');
  return {
    id: scopeId(accountId, region),
    accountId,
    region,
    endpoints: readEndpoints({
      config: config.getOptionalConfig('endpoints'),
      key: `${key}.endpoints`,
    }),
  };
}

function check(value: string, pattern: RegExp, key: string, what: string) {
  if (!pattern.test(value)) {
    throw new InputError(`Invalid value in ${key}: it must be ${what}`);
  }
}

function byId(scopes: ConfiguredScope[]): Map<string, ConfiguredScope> {
  const found = new Map<string, ConfiguredScope>();
  for (const [index, scope] of scopes.entries()) {
    if (found.has(scope.id)) {
      throw new InputError(
        `lbc.aws.scopes[${index}] names account ${scope.accountId} in ${scope.region} a second time`,
      );
    }
    found.set(scope.id, scope);
  }
  return found;
}
