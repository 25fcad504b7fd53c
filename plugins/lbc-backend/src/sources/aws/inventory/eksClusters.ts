import {
  AwsEksCluster,
  message,
  parseArn,
} from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import { AwsFailure, nameOf } from '../failures';
import { ScopeCaller } from './ScopeCaller';
import { AwsOutcome } from './lists';

const LIST = 'eks:ListClusters';
const DESCRIBE = 'eks:DescribeCluster';
const PAGE_SIZE = 100;
const NOT_FOUND = 'ResourceNotFoundException';

const clusterSchema = z
  .object({
    arn: z.string().min(1),
    name: z.string().min(1),
    endpoint: z.string().optional(),
    status: z.string().optional(),
    createdAt: z.date().optional(),
  })
  .transform(
    ({ createdAt, ...cluster }): AwsEksCluster => ({
      ...cluster,
      exists: true,
      ...(createdAt && { createdAt: createdAt.toISOString() }),
    }),
  );

/**
 * The clusters that EKS has in a scope, and those that it says it has not:
 * each that was proven to be there once is asked for by name. That a list
 * lacks one says nothing.
 */
export async function readEksClusters(
  caller: ScopeCaller,
  knownArns: readonly string[],
): Promise<AwsOutcome<AwsEksCluster>> {
  const listed = new Set<string>();
  const failure = await listClusters(caller, listed);
  const known = new Map(
    knownArns.flatMap(arn => {
      const name = nameOfArn(arn, caller);
      return name === undefined ? [] : [[name, arn] as const];
    }),
  );
  const items: AwsEksCluster[] = [];
  let unread = failure;
  for (const name of [...new Set([...known.keys(), ...listed])].sort()) {
    const described = await describeCluster(caller, name, known.get(name));
    if (!described) {
      continue;
    }
    if ('arn' in described) {
      items.push(described);
    } else {
      unread ??= described;
      if (described.coverage === 'denied') {
        break;
      }
    }
  }
  if (unread && items.length === 0) {
    return { ...unread, items };
  }
  return {
    coverage: unread ? 'partial' : 'complete',
    ...(unread && { reason: unread.reason }),
    items,
  };
}

async function listClusters(
  caller: ScopeCaller,
  names: Set<string>,
): Promise<AwsFailure | undefined> {
  const { paginateListClusters } = await import('@aws-sdk/client-eks');
  return caller.readPages({
    service: 'eks',
    operation: LIST,
    pages: paginateListClusters(
      { client: await caller.clients.eks(), pageSize: PAGE_SIZE },
      {},
      caller.sendOptions,
    ),
    tokenOf: page => page.nextToken,
    listOf: page => page.clusters,
    take: list => {
      for (const name of list) {
        if (typeof name === 'string') {
          names.add(name);
        }
      }
      return undefined;
    },
  });
}

/** Describes one; nothing where it went away between the list and this. */
async function describeCluster(
  caller: ScopeCaller,
  name: string,
  knownArn: string | undefined,
): Promise<AwsEksCluster | AwsFailure | undefined> {
  const { DescribeClusterCommand } = await import('@aws-sdk/client-eks');
  const client = await caller.clients.eks();
  const called = await caller.call('eks', DESCRIBE, () =>
    client.send(new DescribeClusterCommand({ name }), caller.sendOptions),
  );
  if ('failure' in called) {
    if (nameOf(called.error) !== NOT_FOUND) {
      return called.failure;
    }
    return knownArn === undefined
      ? undefined
      : { arn: knownArn, name, exists: false };
  }
  const cluster = clusterSchema.safeParse(called.answer.cluster).data;
  return cluster && nameOfArn(cluster.arn, caller) === name
    ? cluster
    : {
        coverage: 'failed',
        reason: message('source.aws-failed', {
          operation: DESCRIBE,
          detail: 'the answer does not describe the cluster that was asked for',
        }),
      };
}

/** The name in an ARN of a cluster of this scope; ARNs elsewhere are not asked for. */
function nameOfArn(arn: string, { scope }: ScopeCaller): string | undefined {
  const parsed = parseArn(arn);
  return parsed?.service === 'eks' &&
    parsed.accountId === scope.accountId &&
    parsed.region === scope.region &&
    parsed.resource.startsWith('cluster/')
    ? parsed.resource.slice('cluster/'.length)
    : undefined;
}
