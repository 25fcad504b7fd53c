import { AwsIamRole, Coverage } from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { describeEachDatabase } from '../__testUtils__/databases';
import { applyMigrations } from '../applyMigrations';
import { packItems } from '../pack';
import { DatabaseSnapshotReader } from '../read/DatabaseSnapshotReader';
import { clusterTargetId, scopeTargetId } from '../units';
import { commitSweep } from './commitSweep';
import { readControllerRoles } from './readControllerRoles';

jest.setTimeout(60_000);

const SCOPE = {
  id: '123456789012/eu-west-1',
  accountId: '123456789012',
  region: 'eu-west-1',
};
const EKS = 'arn:aws:eks:eu-west-1:123456789012:cluster/prod';
const role = (name: string, accountId = SCOPE.accountId) =>
  `arn:aws:iam::${accountId}:role/${name}`;

function account(name: string, roleArn?: string) {
  return {
    metadata: {
      namespace: 'kube-system',
      name,
      ...(roleArn && {
        annotations: { 'eks.amazonaws.com/role-arn': roleArn },
      }),
    },
  };
}

const user = (serviceAccount: string, cluster = 'prod-1') => ({
  cluster,
  namespace: 'kube-system',
  serviceAccount,
});

function stored(arn: string, more: Partial<AwsIamRole> = {}): AwsIamRole {
  return {
    arn,
    name: arn.slice(arn.lastIndexOf('/') + 1),
    exists: true,
    usedBy: [],
    policies: [],
    unread: [],
    ...more,
  };
}

describeEachDatabase('roles of controllers', initDatabase => {
  let db: Knex;
  let minute = 0;

  beforeEach(async () => {
    db = await initDatabase();
    await applyMigrations(db);
    minute = 0;
    const target = { discovered_at: at(), health_seq: 0 };
    await db('target').insert([
      {
        ...target,
        id: clusterTargetId('prod-1'),
        kind: 'cluster',
        name: 'prod-1',
      },
      {
        ...target,
        id: scopeTargetId(SCOPE.id),
        kind: 'scope',
        name: SCOPE.id,
        account_id: SCOPE.accountId,
        region: SCOPE.region,
      },
    ]);
  });

  function at(): string {
    return new Date(Date.UTC(2026, 10, 24, 12, minute++)).toISOString();
  }

  /** A sweep of a target, kind by kind. */
  async function sweep(
    targetId: string,
    kinds: Record<string, unknown[]>,
    coverage: Coverage = 'complete',
  ) {
    const sweptAt = at();
    const readings = await Promise.all(
      Object.entries(kinds).map(async ([kind, items]) => ({
        kind,
        coverage,
        attemptedAt: sweptAt,
        observedAt: sweptAt,
        ...(coverage !== 'failed' && { packed: await packItems(items) }),
      })),
    );
    await db.transaction(trx =>
      commitSweep(trx, { targetId, sweptAt, endedAt: sweptAt, readings }),
    );
  }

  const cluster = (kinds: Record<string, unknown[]>, coverage?: Coverage) =>
    sweep(clusterTargetId('prod-1'), kinds, coverage);
  const scope = (kinds: Record<string, unknown[]>) =>
    sweep(scopeTargetId(SCOPE.id), kinds);
  const read = (now = at()) => readControllerRoles(db, { scope: SCOPE, now });

  async function bind() {
    await db('cluster_binding').insert({
      id: 'b1',
      cluster: 'prod-1',
      cluster_uid: 'uid',
      body: JSON.stringify({ cluster: 'prod-1', eksArn: EKS }),
    });
  }

  it('are those that service accounts and target bindings name, of this account', async () => {
    await cluster({
      serviceAccounts: [
        account('lbc', role('lbc')),
        account('none'),
        account('foreign', role('lbc', '999999999999')),
        account('odd', 'nonsense'),
      ],
      targetGroupBindings: [
        {
          metadata: { namespace: 'shop', name: 'web' },
          spec: { iamRoleArnToAssume: role('targets') },
        },
      ],
    });
    expect(await read()).toEqual({
      podIdentitiesOf: [],
      iamRoles: [
        { arn: role('lbc'), usedBy: [user('lbc')] },
        {
          arn: role('targets'),
          usedBy: [
            {
              cluster: 'prod-1',
              namespace: 'shop',
              targetGroupBinding: 'web',
            },
          ],
        },
      ],
    });
  });

  it('are those that EKS gives by Pod Identity, too', async () => {
    await bind();
    await cluster({ serviceAccounts: [account('lbc')] });
    expect(await read()).toEqual({
      podIdentitiesOf: [
        {
          clusterArn: EKS,
          namespace: 'kube-system',
          serviceAccount: 'lbc',
        },
      ],
      iamRoles: [],
    });
    await scope({
      eksClusters: [
        {
          arn: EKS,
          name: 'prod',
          exists: true,
          podIdentities: [
            {
              namespace: 'kube-system',
              serviceAccount: 'lbc',
              roleArn: role('pod'),
            },
          ],
        },
      ],
    });
    const { iamRoles } = await read();
    expect(iamRoles).toEqual([{ arn: role('pod'), usedBy: [user('lbc')] }]);
  });

  it('are kept once nobody has them any more, with since when', async () => {
    await cluster({ serviceAccounts: [] });
    await scope({
      iamRoles: [
        stored(role('old'), { usedBy: [user('lbc')] }),
        stored(role('gone'), { exists: false }),
      ],
    });
    const now = at();
    const { iamRoles } = await read(now);
    const left = {
      arn: role('old'),
      usedBy: [],
      unusedSince: now,
      lastUsedBy: [user('lbc')],
    };
    expect(iamRoles).toEqual([left]);
    await scope({ iamRoles: [stored(role('old'), left)] });
    expect((await read()).iamRoles).toEqual([left]);
  });

  it.each<[string, () => Promise<void>]>([
    [
      'its cluster was not read',
      () => cluster({ serviceAccounts: [] }, 'failed'),
    ],
    [
      'only a part of its cluster was read',
      () => cluster({ serviceAccounts: [] }, 'partial'),
    ],
    [
      'its cluster left the portal',
      async () => {
        await cluster({ serviceAccounts: [] });
        await db('target')
          .where({ id: clusterTargetId('prod-1') })
          .update({ retired_at: at() });
      },
    ],
    [
      'only EKS could tell',
      () => cluster({ serviceAccounts: [account('lbc')] }),
    ],
  ])('are never said to be left where %s', async (_, prepare) => {
    await prepare();
    await scope({ iamRoles: [stored(role('old'), { usedBy: [user('lbc')] })] });
    expect((await read()).iamRoles).toEqual([
      { arn: role('old'), usedBy: [user('lbc')] },
    ]);
  });

  it('come back to their users', async () => {
    await cluster({ serviceAccounts: [account('lbc', role('old'))] });
    await scope({
      iamRoles: [
        stored(role('old'), { unusedSince: at(), lastUsedBy: [user('lbc')] }),
      ],
    });
    expect((await read()).iamRoles).toEqual([
      { arn: role('old'), usedBy: [user('lbc')] },
    ]);
  });

  it('are read with the snapshot of a cluster, which is another when they are', async () => {
    await bind();
    await cluster({ serviceAccounts: [account('lbc', role('lbc'))] });
    const reader = DatabaseSnapshotReader.create({ db });
    const before = await reader.readCluster('prod-1');
    expect(before?.iam).toEqual({
      accountIds: [SCOPE.accountId],
      roles: {},
    });
    const eks = { arn: EKS, name: 'prod', exists: true, version: '1.34' };
    await scope({
      iamRoles: [stored(role('lbc'))],
      eksClusters: [eks, { ...eks, arn: `${EKS}-2` }],
    });
    const after = await reader.readCluster('prod-1');
    expect(after?.iam).toMatchObject({
      eks,
      roles: {
        [SCOPE.accountId]: {
          coverage: 'complete',
          items: [{ arn: role('lbc') }],
        },
      },
    });
    expect(after?.identity).not.toBe(before?.identity);
    expect(await reader.clusterIdentity('prod-1')).toBe(after?.identity);
  });
});
