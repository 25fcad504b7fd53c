import { AwsPodIdentity } from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import { AwsFailure } from '../failures';
import { ScopeCaller } from './ScopeCaller';

const LIST = 'eks:ListPodIdentityAssociations';
const DESCRIBE = 'eks:DescribePodIdentityAssociation';

const associationSchema = z.object({
  namespace: z.string(),
  serviceAccount: z.string(),
  roleArn: z.string().min(1),
  targetRoleArn: z.string().optional(),
});

/** The roles that EKS gives to some service accounts of a cluster. */
export async function readPodIdentities(
  caller: ScopeCaller,
  options: {
    cluster: string;
    serviceAccounts: ReadonlyArray<{
      namespace: string;
      serviceAccount: string;
    }>;
  },
): Promise<
  { items: AwsPodIdentity[] } | { action: string; failure: AwsFailure }
> {
  const {
    DescribePodIdentityAssociationCommand,
    paginateListPodIdentityAssociations,
  } = await import('@aws-sdk/client-eks');
  const { cluster, serviceAccounts } = options;
  const client = await caller.clients.eks();
  const items: AwsPodIdentity[] = [];
  for (const account of serviceAccounts) {
    const ids: string[] = [];
    const failure = await caller.readPages({
      service: 'eks',
      operation: LIST,
      pages: paginateListPodIdentityAssociations(
        { client },
        { clusterName: cluster, ...account },
        caller.sendOptions,
      ),
      tokenOf: page => page.nextToken,
      listOf: page => page.associations,
      take: list => {
        ids.push(...list.flatMap(idOf));
        return undefined;
      },
    });
    if (failure) {
      return { action: LIST, failure };
    }
    // One service account has one association at most.
    for (const associationId of ids.slice(0, 1)) {
      const called = await caller.call('eks', DESCRIBE, () =>
        client.send(
          new DescribePodIdentityAssociationCommand({
            clusterName: cluster,
            associationId,
          }),
          caller.sendOptions,
        ),
      );
      if ('failure' in called) {
        return { action: DESCRIBE, failure: called.failure };
      }
      const found = associationSchema.safeParse(called.answer.association).data;
      if (
        found?.namespace === account.namespace &&
        found.serviceAccount === account.serviceAccount
      ) {
        items.push(found);
      }
    }
  }
  return { items };
}

function idOf(raw: unknown): string[] {
  const parsed = z.object({ associationId: z.string() }).safeParse(raw);
  return parsed.success ? [parsed.data.associationId] : [];
}
