import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';

/** Name of a key for an error, as the person wrote it. */
function keyOf(prefix: string, key: string): string {
  return `${prefix}.${key}`;
}

/** A duration of more than nothing; the error names the key. */
export function readDuration(options: {
  config: Config | undefined;
  prefix: string;
  key: string;
  fallback: HumanDuration;
}): HumanDuration {
  const { config, prefix, key, fallback } = options;
  if (!config?.has(key)) {
    return fallback;
  }
  let duration: HumanDuration;
  try {
    duration = readDurationFromConfig(config, { key });
  } catch (error) {
    throw new InputError(
      `Invalid duration at ${keyOf(
        prefix,
        key,
      )}: write it as in { minutes: 5 }, '5m' or 'PT5M'`,
      error,
    );
  }
  if (!(durationToMilliseconds(duration) > 0)) {
    throw new InputError(
      `The duration at ${keyOf(prefix, key)} must be more than nothing`,
    );
  }
  return duration;
}

/** A number above zero. */
export function readPositive(options: {
  config: Config | undefined;
  prefix: string;
  key: string;
  fallback: number;
  integer?: boolean;
}): number {
  const { config, prefix, key, fallback, integer } = options;
  const value = config?.getOptionalNumber(key);
  if (value === undefined) {
    return fallback;
  }
  if (!(value > 0) || !Number.isFinite(value)) {
    throw new InputError(`${keyOf(prefix, key)} must be more than 0`);
  }
  if (integer && !Number.isInteger(value)) {
    throw new InputError(`${keyOf(prefix, key)} must be a whole number`);
  }
  return value;
}

/** An account id: twelve digits, as text, for a number loses leading zeros. */
export function readAccountId(config: Config, prefix: string): string {
  const accountId = config.getString('accountId');
  if (!/^\d{12}$/.test(accountId)) {
    throw new InputError(
      `${keyOf(prefix, 'accountId')} is "${accountId}", which is no account: ` +
        'write its twelve digits in quotes',
    );
  }
  return accountId;
}

export function readRegion(region: string, key: string): string {
  if (!/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(region)) {
    throw new InputError(
      `${key} is "${region}", which is no Region: write it as in eu-west-1`,
    );
  }
  return region;
}

/** Options that exist at a level of the configuration, for misspelt ones. */
export function findUnknownKeys(
  config: Config | undefined,
  prefix: string,
  known: readonly string[],
): string[] {
  return (config?.keys() ?? [])
    .filter(key => !known.includes(key))
    .map(key => keyOf(prefix, key));
}
