import {
  AwsEksCluster,
  AwsIamRole,
  ClusterBinding,
  IamRoleUser,
  PlainObject,
  TargetGroupBindingObject,
  isWhole,
  parseArn,
} from '@lbc-backstage/plugin-lbc-common';
import type {
  EksServiceAccount,
  IamRoleInUse,
} from '@lbc-backstage/plugin-lbc-node';
import type { Knex } from 'knex';
import { unpack } from '../pack';
import type {
  ClusterBindingRow,
  SnapshotBlobRow,
  SnapshotRow,
  TargetRow,
} from '../tables';
import { scopeTargetId } from '../units';

const ROLE_ANNOTATION = 'eks.amazonaws.com/role-arn';
/** A role that a thousand TargetGroupBindings name is named by these. */
const MAX_USERS = 10;

/** What the clusters' own snapshots say of one cluster's controllers. */
interface ClusterSays {
  cluster: string;
  serviceAccounts: readonly PlainObject[];
  targetGroupBindings: readonly TargetGroupBindingObject[];
  /** Kinds from which absence proves something. */
  whole: ReadonlySet<string>;
  eks?: AwsEksCluster;
  eksArn?: string;
}

/**
 * Roles of controllers that are in an account, by what clusters say, and the
 * service accounts that EKS is to be asked for. Roles that nobody has any more
 * are kept, with since when: they may still be assumed.
 */
export async function readControllerRoles(
  db: Knex,
  options: {
    scope: { id: string; accountId: string; region: string };
    now: string;
  },
): Promise<{ podIdentitiesOf: EksServiceAccount[]; iamRoles: IamRoleInUse[] }> {
  const { scope, now } = options;
  const clusters = await readClusters(db);
  const podIdentitiesOf = clusters.flatMap(({ eksArn, serviceAccounts }) =>
    eksArn !== undefined && isOf(eksArn, 'eks', scope)
      ? serviceAccounts.map(({ metadata }) => ({
          clusterArn: eksArn,
          namespace: metadata.namespace ?? '',
          serviceAccount: metadata.name,
        }))
      : [],
  );
  const used = usersByRole(clusters);
  const known = await readItems<AwsIamRole>(db, {
    targetId: scopeTargetId(scope.id),
    kind: 'iamRoles',
  });
  const inUse = [...used].flatMap(([arn, usedBy]) =>
    isOf(arn, 'iam', scope) ? [{ arn, usedBy }] : [],
  );
  const before = known.flatMap(role =>
    used.has(role.arn) ? [] : stillKept(role, { clusters, now }),
  );
  return {
    podIdentitiesOf,
    iamRoles: [...inUse, ...before].sort(
      (a, b) =>
        Number(a.usedBy.length === 0) - Number(b.usedBy.length === 0) ||
        (a.arn < b.arn ? -1 : 1),
    ),
  };
}

/** IAM is global: a role has no Region. */
function isOf(
  arn: string,
  service: 'eks' | 'iam',
  scope: { accountId: string; region: string },
): boolean {
  const parsed = parseArn(arn);
  return (
    parsed?.service === service &&
    parsed.accountId === scope.accountId &&
    (service === 'iam' || parsed.region === scope.region)
  );
}

/** Who has which role now. */
function usersByRole(
  clusters: readonly ClusterSays[],
): Map<string, IamRoleUser[]> {
  const users = new Map<string, IamRoleUser[]>();
  const add = (arn: string | undefined, user: IamRoleUser) => {
    const there = arn ? users.get(arn) ?? [] : undefined;
    if (arn && there && there.length < MAX_USERS) {
      users.set(arn, [...there, user]);
    }
  };
  for (const {
    cluster,
    serviceAccounts,
    targetGroupBindings,
    eks,
  } of clusters) {
    for (const { metadata } of serviceAccounts) {
      const { namespace = '', name: serviceAccount } = metadata;
      const user = { cluster, namespace, serviceAccount };
      add(metadata.annotations?.[ROLE_ANNOTATION], user);
      for (const identity of eks?.podIdentities ?? []) {
        if (
          identity.namespace === namespace &&
          identity.serviceAccount === serviceAccount
        ) {
          add(identity.roleArn, user);
          add(identity.targetRoleArn, user);
        }
      }
    }
    for (const { metadata, spec } of targetGroupBindings) {
      add(spec?.iamRoleArnToAssume, {
        cluster,
        namespace: metadata.namespace ?? '',
        targetGroupBinding: metadata.name,
      });
    }
  }
  return users;
}

/** A role that was read before and that nobody is said to have now. */
function stillKept(
  { arn, exists, usedBy, unusedSince, lastUsedBy }: AwsIamRole,
  { clusters, now }: { clusters: readonly ClusterSays[]; now: string },
): IamRoleInUse[] {
  if (unusedSince !== undefined || usedBy.length === 0) {
    return exists ? [{ arn, usedBy: [], unusedSince, lastUsedBy }] : [];
  }
  // Who can't be looked at may still have it.
  const proven = usedBy.every(user => isGone(user, clusters));
  return [
    proven
      ? { arn, usedBy: [], unusedSince: now, lastUsedBy: usedBy }
      : { arn, usedBy },
  ];
}

/** Whether a cluster says for sure that somebody has a role no more. */
function isGone(user: IamRoleUser, clusters: readonly ClusterSays[]): boolean {
  const says = clusters.find(({ cluster }) => cluster === user.cluster);
  if (!says) {
    // The portal does not know the cluster any more, which proves nothing.
    return false;
  }
  if (user.serviceAccount === undefined) {
    return says.whole.has('targetGroupBindings');
  }
  const account = says.serviceAccounts.find(
    ({ metadata }) =>
      metadata.namespace === user.namespace &&
      metadata.name === user.serviceAccount,
  );
  return (
    says.whole.has('serviceAccounts') &&
    // It may have had the role by Pod Identity, which only EKS can tell.
    (account === undefined ||
      account.metadata.annotations?.[ROLE_ANNOTATION] !== undefined ||
      says.eks?.podIdentities !== undefined)
  );
}

async function readClusters(db: Knex): Promise<ClusterSays[]> {
  const targets: TargetRow[] = await db<TargetRow>('target')
    .whereNull('retired_at')
    .orderBy('id');
  const arns = await readEksArnsByCluster(db);
  const eks = new Map<string, AwsEksCluster>();
  for (const { id } of targets.filter(({ kind }) => kind === 'scope')) {
    const items = await readItems<AwsEksCluster>(db, {
      targetId: id,
      kind: 'eksClusters',
    });
    items.forEach(each => eks.set(each.arn, each));
  }
  const found: ClusterSays[] = [];
  for (const { id, name } of targets.filter(({ kind }) => kind === 'cluster')) {
    const rows: SnapshotRow[] = await db<SnapshotRow>('snapshot')
      .where({ target_id: id })
      .whereIn('kind', ['serviceAccounts', 'targetGroupBindings']);
    const whole = rows.filter(({ coverage }) => isWhole(coverage));
    const eksArn = arns.get(name);
    found.push({
      cluster: name,
      whole: new Set(whole.map(({ kind }) => kind)),
      serviceAccounts: await readItems<PlainObject>(db, {
        targetId: id,
        kind: 'serviceAccounts',
      }),
      targetGroupBindings: await readItems<TargetGroupBindingObject>(db, {
        targetId: id,
        kind: 'targetGroupBindings',
      }),
      ...(eksArn !== undefined && { eksArn, eks: eks.get(eksArn) }),
    });
  }
  return found;
}

async function readEksArnsByCluster(db: Knex): Promise<Map<string, string>> {
  const rows = await db<ClusterBindingRow>('cluster_binding').whereNull(
    'ended_at',
  );
  return new Map(
    rows.flatMap(({ body }) => {
      const { cluster, eksArn }: ClusterBinding = JSON.parse(body);
      return eksArn === undefined ? [] : [[cluster, eksArn] as const];
    }),
  );
}

/** Items of the last good reading of a kind; none where there was none. */
async function readItems<T>(
  db: Knex,
  place: { targetId: string; kind: string },
): Promise<readonly T[]> {
  const { targetId: target_id, kind } = place;
  const blob = await db<SnapshotBlobRow>('snapshot_blob')
    .join('snapshot', function on() {
      this.on('snapshot.target_id', 'snapshot_blob.target_id')
        .andOn('snapshot.kind', 'snapshot_blob.kind')
        .andOn('snapshot.content_hash', 'snapshot_blob.hash');
    })
    .where('snapshot.target_id', target_id)
    .where('snapshot.kind', kind)
    .first('snapshot_blob.body');
  return blob ? unpack<readonly T[]>(blob.body) : [];
}
