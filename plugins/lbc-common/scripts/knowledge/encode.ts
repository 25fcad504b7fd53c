import type {
  IamVariant,
  Release,
  ReleaseCrd,
  ReleaseIamAction,
  ReleaseRbacRule,
} from '../../src/knowledge/types';
import type { ReleaseBody } from '../../src/knowledge-data/lines/applyChange';
import { grantText, rightText } from '../../src/knowledge-data/lines/order';
import type {
  CrdChange,
  Grant,
  ReleaseChange,
  RoleRule,
} from '../../src/knowledge-data/lines/schema';
import { group, sameText, tableChange } from './tables';

/** What a release changes of the one before it. */
export function changeOf(
  before: ReleaseBody | undefined,
  release: Release,
): ReleaseChange {
  const { breakingChanges, requiredActions, gatewayApi } = release;
  const crds = crdChanges(before?.crds ?? [], release.crds);
  const iam = iamChanges(before?.iam ?? {}, release.iam);
  const rbac = rbacChange(before?.rbac ?? [], release.rbac);
  return {
    version: release.version,
    commit: release.commit,
    ...(release.clientGo !== before?.clientGo && {
      clientGo: release.clientGo,
    }),
    ...(!sameText(gatewayApi, before?.gatewayApi) && {
      gatewayApi: gatewayApi ?? null,
    }),
    ...(Object.keys(crds).length > 0 && { crds }),
    ...(Object.keys(iam).length > 0 && { iam }),
    ...(rbac && { rbac }),
    ...tableChange('flags', before?.flags, release.flags),
    ...tableChange('gates', before?.gates, release.gates),
    ...tableChange('chartValues', before?.chartValues, release.chartValues),
    ...tableChange(
      'webhooks',
      before && webhookTable(before.webhooks),
      webhookTable(release.webhooks),
    ),
    ...(breakingChanges.length > 0 && { breakingChanges }),
    ...(requiredActions.length > 0 && { requiredActions }),
  };
}

function webhookTable(webhooks: Release['webhooks']) {
  return Object.fromEntries(webhooks.map(({ name, ...rest }) => [name, rest]));
}

function crdChanges(
  before: readonly ReleaseCrd[],
  after: readonly ReleaseCrd[],
): Record<string, CrdChange | null> {
  const changes: Record<string, CrdChange | null> = {};
  for (const crd of after) {
    const old = before.find(({ name }) => name === crd.name);
    if (!sameText(old, crd)) {
      changes[crd.name] = crdChange(old, crd);
    }
  }
  for (const { name } of before) {
    if (!after.some(crd => crd.name === name)) {
      changes[name] = null;
    }
  }
  return changes;
}

function crdChange(
  before: ReleaseCrd | undefined,
  after: ReleaseCrd,
): CrdChange {
  const versions: NonNullable<CrdChange['versions']> = {};
  for (const version of after.versions) {
    const old = before?.versions.find(({ name }) => name === version.name);
    if (sameText(old, version)) {
      continue;
    }
    const add = version.fields.filter(field => !old?.fields.includes(field));
    const remove = old?.fields.filter(field => !version.fields.includes(field));
    versions[version.name] = {
      ...(version.served !== old?.served && { served: version.served }),
      ...(version.storage !== (old?.storage ?? false) && {
        storage: version.storage,
      }),
      ...(version.deprecated !== (old?.deprecated ?? false) && {
        deprecated: version.deprecated,
      }),
      ...(add.length > 0 && { add }),
      ...(remove?.length && { remove }),
    };
  }
  for (const { name } of before?.versions ?? []) {
    if (!after.versions.some(version => version.name === name)) {
      versions[name] = null;
    }
  }
  return {
    ...(after.kind !== before?.kind && { kind: after.kind }),
    ...(after.scope !== before?.scope && { scope: after.scope }),
    ...(after.inChart !== before?.inChart && { inChart: after.inChart }),
    ...(Object.keys(versions).length > 0 && { versions }),
  };
}

function iamChanges(
  before: Release['iam'],
  after: Release['iam'],
): NonNullable<ReleaseChange['iam']> {
  const changes: NonNullable<ReleaseChange['iam']> = {};
  for (const name of Object.keys({ ...before, ...after })) {
    const variant = name as IamVariant;
    const [old, grants] = [before[variant], after[variant]];
    if (!grants) {
      changes[variant] = null;
      continue;
    }
    const add = missing(grants, old ?? [], grantText);
    const remove = missing(old ?? [], grants, grantText);
    if (!old || add.length || remove.length) {
      changes[variant] = {
        ...(add.length > 0 && { add: groupGrants(add) }),
        ...(remove.length > 0 && { remove: groupGrants(remove) }),
      };
    }
  }
  return changes;
}

function rbacChange(
  before: readonly ReleaseRbacRule[],
  after: readonly ReleaseRbacRule[],
): ReleaseChange['rbac'] {
  const add = missing(after, before, rightText);
  const remove = missing(before, after, rightText);
  return add.length || remove.length
    ? {
        ...(add.length > 0 && { add: groupRights(add) }),
        ...(remove.length > 0 && { remove: groupRights(remove) }),
      }
    : undefined;
}

function missing<T>(
  from: readonly T[],
  inside: readonly T[],
  text: (each: T) => string,
): T[] {
  const held = new Set(inside.map(text));
  return from.filter(each => !held.has(text(each)));
}

function groupGrants(grants: readonly ReleaseIamAction[]): Grant[] {
  return group(grants, ({ action: _, ...rest }) => rest).map(
    ({ shared: { effect, resources, condition }, items }) => ({
      actions: items.map(({ action }) => action),
      ...(effect === 'Deny' && { effect }),
      resources,
      ...(condition && { condition }),
    }),
  );
}

function groupRights(rights: readonly ReleaseRbacRule[]): RoleRule[] {
  return group(rights, ({ verb: _, ...rest }) => rest).map(
    ({ shared, items }) => ({
      ...shared,
      verbs: items.map(({ verb }) => verb),
    }),
  );
}
