import type {
  IamVariant,
  Release,
  ReleaseIamAction,
  ReleaseRbacRule,
  ReleaseSummary,
} from '../../knowledge/types';
import { applyCrdChanges } from './crds';
import { byText, grantText, rightText, sortKeys } from './order';
import type { Grant, ReleaseChange, RoleRule, TableChange } from './schema';

/** What a line holds of a release: everything but its summary. */
export type ReleaseBody = Omit<Release, keyof ReleaseSummary>;

const NOTHING: ReleaseBody = {
  commit: '',
  clientGo: '',
  crds: [],
  iam: {},
  rbac: [],
  webhooks: [],
  breakingChanges: [],
  requiredActions: [],
};

/**
 * A release from the one before it. What did not change is shared with that
 * one: nothing may write to what is made here.
 */
export function applyChange(
  before: ReleaseBody = NOTHING,
  change: ReleaseChange,
): ReleaseBody {
  const { gatewayApi = before.gatewayApi } = change;
  const flags = applyTable(before.flags, change.flags);
  const gates = applyTable(before.gates, change.gates);
  const chartValues = applyTable(before.chartValues, change.chartValues);
  return {
    commit: change.commit,
    clientGo: change.clientGo ?? before.clientGo,
    ...(gatewayApi && { gatewayApi }),
    crds: change.crds ? applyCrdChanges(before.crds, change.crds) : before.crds,
    iam: change.iam ? applyIam(before.iam, change.iam) : before.iam,
    rbac: change.rbac ? applyRbac(before.rbac, change.rbac) : before.rbac,
    ...(flags && { flags }),
    ...(gates && { gates }),
    ...(chartValues && { chartValues }),
    webhooks: change.webhooks
      ? applyWebhooks(before.webhooks, change.webhooks)
      : before.webhooks,
    breakingChanges: change.breakingChanges ?? [],
    requiredActions: change.requiredActions ?? [],
  };
}

function applyTable<T>(
  before: Record<string, T> | undefined,
  change: TableChange<T>,
): Record<string, T> | undefined {
  if (!change) {
    return before;
  }
  const gone = new Set(change.remove);
  const kept = Object.entries(before ?? {}).filter(([name]) => !gone.has(name));
  return sortKeys({ ...Object.fromEntries(kept), ...change.set });
}

function applyWebhooks(
  before: Release['webhooks'],
  change: NonNullable<ReleaseChange['webhooks']>,
): Release['webhooks'] {
  const table = Object.fromEntries(
    before.map(({ name, ...rest }) => [name, rest]),
  );
  return Object.entries(applyTable(table, change) ?? {}).map(
    ([name, rest]) => ({ name, ...rest }),
  );
}

function applyIam(
  before: Release['iam'],
  change: NonNullable<ReleaseChange['iam']>,
): Release['iam'] {
  const after = { ...before };
  for (const [name, grants] of Object.entries(change)) {
    const variant = name as IamVariant;
    if (!grants) {
      delete after[variant];
      continue;
    }
    const gone = new Set(
      (grants.remove ?? []).flatMap(expandGrant).map(grantText),
    );
    after[variant] = [
      ...(before[variant] ?? []).filter(grant => !gone.has(grantText(grant))),
      ...(grants.add ?? []).flatMap(expandGrant),
    ].sort((a, b) => byText(grantText(a), grantText(b)));
  }
  return after;
}

function expandGrant(grant: Grant): ReleaseIamAction[] {
  const { actions, effect = 'Allow', resources, condition } = grant;
  return actions.map(action => ({
    action,
    effect,
    resources,
    ...(condition && { condition }),
  }));
}

function applyRbac(
  before: ReleaseRbacRule[],
  change: NonNullable<ReleaseChange['rbac']>,
): ReleaseRbacRule[] {
  const gone = new Set(
    (change.remove ?? []).flatMap(expandRule).map(rightText),
  );
  return [
    ...before.filter(right => !gone.has(rightText(right))),
    ...(change.add ?? []).flatMap(expandRule),
  ].sort((a, b) => byText(rightText(a), rightText(b)));
}

function expandRule(rule: RoleRule): ReleaseRbacRule[] {
  const { channel, kind, apiGroup, resource, resourceNames, verbs } = rule;
  return verbs.map(verb => ({
    channel,
    kind,
    apiGroup,
    resource,
    verb,
    ...(resourceNames && { resourceNames }),
  }));
}
