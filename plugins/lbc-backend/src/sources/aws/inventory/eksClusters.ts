import {
  AwsEksCluster,
  message,
  parseArn,
} from '@lbc-backstage/plugin-lbc-common';
import { EksServiceAccount } from '@lbc-backstage/plugin-lbc-node';
import { z } from 'zod';
import { AwsFailure, nameOf } from '../failures';
import { ScopeCaller } from './ScopeCaller';
import { DESCRIBE_VERSIONS, readEksVersions } from './eksVersions';
import { AwsOutcome } from './lists';
import { readPodIdentities } from './podIdentities';

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
    version: z.string().optional().catch(undefined),
    platformVersion: z.string().optional().catch(undefined),
    health: z
      .object({
        issues: z.array(
          z.object({ code: z.string(), message: z.string().optional() }),
        ),
      })
      .optional()
      .catch(undefined),
  })
  .transform(
    ({ createdAt, health, ...cluster }): AwsEksCluster => ({
      ...cluster,
      exists: true,
      ...(createdAt && { createdAt: createdAt.toISOString() }),
      ...(health?.issues.length && { issues: health.issues.slice(0, 20) }),
    }),
  );

/** What is asked of EKS beside which clusters there are. */
export interface EksQuestions {
  /** Clusters that were proven to be in EKS. */
  knownArns: readonly string[];
  /** Controllers whose Pod Identities are asked for. */
  serviceAccounts: readonly EksServiceAccount[];
}

/**
 * The clusters that EKS has in a scope, and those that it says it has not:
 * each that was proven to be there once is asked for by name. That a list
 * lacks one says nothing.
 */
export async function readEksClusters(
  caller: ScopeCaller,
  { knownArns, serviceAccounts }: EksQuestions,
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
    items: await describeMore(caller, items, serviceAccounts),
  };
}

/**
 * Adds support and Pod Identities. That these can't be read takes nothing from
 * what EKS says of which clusters there are.
 */
async function describeMore(
  caller: ScopeCaller,
  clusters: readonly AwsEksCluster[],
  serviceAccounts: readonly EksServiceAccount[],
): Promise<AwsEksCluster[]> {
  if (!clusters.some(({ exists }) => exists)) {
    return [...clusters];
  }
  const { byVersion, failure } = await readEksVersions(caller);
  const result: AwsEksCluster[] = [];
  let refused: string | undefined;
  for (const cluster of clusters) {
    const accounts = serviceAccounts.flatMap(
      ({ clusterArn, namespace, serviceAccount }) =>
        clusterArn === cluster.arn ? [{ namespace, serviceAccount }] : [],
    );
    const asked = cluster.exists && accounts.length > 0;
    const identities =
      asked && refused === undefined
        ? await readPodIdentities(caller, {
            cluster: cluster.name,
            serviceAccounts: accounts,
          })
        : undefined;
    if (identities && 'failure' in identities) {
      refused =
        identities.failure.coverage === 'denied'
          ? identities.action
          : undefined;
    }
    const support = byVersion.get(cluster.version ?? '');
    const denied = [
      ...(failure?.coverage === 'denied' ? [DESCRIBE_VERSIONS] : []),
      ...(asked && refused !== undefined ? [refused] : []),
    ];
    result.push({
      ...cluster,
      ...(cluster.exists && support && { support }),
      ...(identities &&
        'items' in identities && { podIdentities: identities.items }),
      ...(cluster.exists && denied.length > 0 && { denied }),
    });
  }
  return result;
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
