import type { IamVariant } from './types';

/** The policy file of upstream for each partition of AWS. @public */
export const PARTITION_POLICIES: Readonly<Record<string, IamVariant>> = {
  aws: 'aws',
  'aws-cn': 'cn',
  'aws-us-gov': 'us-gov',
  'aws-iso': 'iso',
  'aws-iso-b': 'isob',
  'aws-iso-e': 'isoe',
  'aws-iso-f': 'isof',
  'aws-eusc': 'eusc',
};

/** The policy file of a partition, as `aws-cn`; undefined where upstream has none. @public */
export function iamVariantOf(partition: string): IamVariant | undefined {
  return Object.prototype.hasOwnProperty.call(PARTITION_POLICIES, partition)
    ? PARTITION_POLICIES[partition]
    : undefined;
}
