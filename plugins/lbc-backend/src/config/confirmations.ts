import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  ConfirmedGoneNamespace,
  ConfirmedLoss,
  ConfirmedOrphan,
  parseElbArn,
} from '@lbc-backstage/plugin-lbc-common';

/** What operators say of things that only a person can know. */
export interface Confirmations {
  orphans: ConfirmedOrphan[];
  goneNamespaces: Array<ConfirmedGoneNamespace & { cluster: string }>;
  losses: Array<ConfirmedLoss & { cluster: string }>;
}

/** Keys of the block `lbc` that are read here. */
export const CONFIRMATION_KEYS = [
  'confirmedOrphans',
  'confirmedGoneNamespaces',
  'confirmedLosses',
] as const;

function readWord(item: Config, path: string): { by: string; at: string } {
  const at = item.getString('at');
  if (Number.isNaN(Date.parse(at))) {
    throw new InputError(
      `${path}.at is "${at}", which is no time: write it as in '2026-11-24T12:00:00Z'`,
    );
  }
  return { by: item.getString('by'), at: new Date(at).toISOString() };
}

function readArn(item: Config, path: string): string {
  const arn = item.getString('arn');
  const isSecurityGroup =
    /^arn:aws[a-z-]*:ec2:[^:]+:\d{12}:security-group\/sg-\w+$/;
  if (
    parseElbArn(arn)?.kind !== 'load-balancer' &&
    !isSecurityGroup.test(arn)
  ) {
    throw new InputError(
      `${path}.arn is "${arn}", which is no ARN of a load balancer or a security group: copy it from the section “Clean-up”`,
    );
  }
  return arn;
}

/** Reads `lbc.confirmedOrphans`, `lbc.confirmedGoneNamespaces` and `lbc.confirmedLosses`. */
export function readConfirmations(lbc: Config | undefined): Confirmations {
  const each = <T>(
    key: (typeof CONFIRMATION_KEYS)[number],
    read: (item: Config, path: string) => T,
  ): T[] =>
    (lbc?.getOptionalConfigArray(key) ?? []).map((item, index) =>
      read(item, `lbc.${key}[${index}]`),
    );
  return {
    orphans: each('confirmedOrphans', (item, path) => ({
      arn: readArn(item, path),
      ...readWord(item, path),
    })),
    goneNamespaces: each('confirmedGoneNamespaces', (item, path) => ({
      cluster: item.getString('cluster'),
      namespace: item.getString('namespace'),
      ...readWord(item, path),
    })),
    losses: each('confirmedLosses', (item, path) => ({
      cluster: item.getString('cluster'),
      ...readWord(item, path),
    })),
  };
}
