import { AwsEksSupport } from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import { AwsFailure } from '../failures';
import { ScopeCaller } from './ScopeCaller';

export const DESCRIBE_VERSIONS = 'eks:DescribeClusterVersions';

const STATUSES: Record<string, AwsEksSupport['status']> = {
  STANDARD_SUPPORT: 'standard',
  EXTENDED_SUPPORT: 'extended',
  UNSUPPORTED: 'ended',
};

const versionSchema = z.object({
  clusterVersion: z.string(),
  versionStatus: z.string().optional().catch(undefined),
  endOfStandardSupportDate: z.date().optional().catch(undefined),
  endOfExtendedSupportDate: z.date().optional().catch(undefined),
});

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** How long EKS supports which version of Kubernetes. */
export async function readEksVersions(
  caller: ScopeCaller,
): Promise<{ byVersion: Map<string, AwsEksSupport>; failure?: AwsFailure }> {
  const { paginateDescribeClusterVersions } = await import(
    '@aws-sdk/client-eks'
  );
  const byVersion = new Map<string, AwsEksSupport>();
  const failure = await caller.readPages({
    service: 'eks',
    operation: DESCRIBE_VERSIONS,
    pages: paginateDescribeClusterVersions(
      { client: await caller.clients.eks() },
      { includeAll: true },
      caller.sendOptions,
    ),
    tokenOf: page => page.nextToken,
    listOf: page => page.clusterVersions,
    take: list => {
      for (const raw of list) {
        const version = versionSchema.safeParse(raw).data;
        if (version) {
          byVersion.set(version.clusterVersion, {
            status: STATUSES[version.versionStatus ?? ''] ?? 'unknown',
            ...(version.endOfStandardSupportDate && {
              standardEnds: dayOf(version.endOfStandardSupportDate),
            }),
            ...(version.endOfExtendedSupportDate && {
              extendedEnds: dayOf(version.endOfExtendedSupportDate),
            }),
          });
        }
      }
      return undefined;
    },
  });
  return { byVersion, ...(failure && { failure }) };
}
