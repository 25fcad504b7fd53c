import type { ObjectReference, PlainObject } from '../../inventory/objects';
import type { ClusterSnapshot } from '../../inventory/snapshot';
import type { ReleaseRbacRule } from '../../knowledge/types';
import { isRecord, textsOf } from '../values';

/** A rule as it was read. */
export interface GrantedRule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
  resourceNames: string[];
}

/** What a service account is granted: everywhere, and in one namespace. */
export interface Granted {
  cluster: GrantedRule[];
  /** By namespace, of Roles and of ClusterRoles bound in it. */
  namespaced: Map<string, GrantedRule[]>;
  /** Roles that were not read although bindings name them. */
  unread: string[];
}

/** Gathers the rules of all roles that are bound to a service account. */
export function grantedTo(
  { kinds }: ClusterSnapshot,
  account: { namespace: string; name: string },
): Granted {
  const granted: Granted = { cluster: [], namespaced: new Map(), unread: [] };
  const clusterRoles = byKey(kinds.clusterRoles?.items ?? []);
  const roles = byKey(kinds.roles?.items ?? []);
  const rulesOf = (ref: ObjectReference, namespace: string) => {
    const role =
      ref.kind === 'Role'
        ? roles.get(`${namespace}/${ref.name}`)
        : clusterRoles.get(`/${ref.name}`);
    if (!role?.rules) {
      granted.unread.push(ref.name);
    }
    return (role?.rules ?? []).flatMap(ruleOf);
  };
  for (const { roleRef, subjects } of kinds.clusterRoleBindings?.items ?? []) {
    if (roleRef && isBound(subjects, account, '')) {
      granted.cluster.push(...rulesOf(roleRef, ''));
    }
  }
  for (const { metadata, roleRef, subjects } of kinds.roleBindings?.items ??
    []) {
    const { namespace } = metadata;
    if (roleRef && isBound(subjects, account, namespace)) {
      granted.namespaced.set(namespace, [
        ...(granted.namespaced.get(namespace) ?? []),
        ...rulesOf(roleRef, namespace),
      ]);
    }
  }
  return granted;
}

function byKey(items: readonly PlainObject[]): Map<string, PlainObject> {
  return new Map(
    items.map(item => [
      `${item.metadata.namespace}/${item.metadata.name}`,
      item,
    ]),
  );
}

function isBound(
  subjects: readonly ObjectReference[] = [],
  { namespace, name }: { namespace: string; name: string },
  bindingNamespace: string,
): boolean {
  return subjects.some(subject => {
    switch (subject.kind) {
      case 'ServiceAccount':
        return (
          subject.name === name &&
          (subject.namespace || bindingNamespace) === namespace
        );
      case 'User':
        return subject.name === `system:serviceaccount:${namespace}:${name}`;
      case 'Group':
        return [
          'system:authenticated',
          'system:serviceaccounts',
          `system:serviceaccounts:${namespace}`,
        ].includes(subject.name);
      default:
        return false;
    }
  });
}

function ruleOf(rule: unknown): GrantedRule[] {
  return isRecord(rule)
    ? [
        {
          apiGroups: textsOf(rule.apiGroups),
          resources: textsOf(rule.resources),
          verbs: textsOf(rule.verbs),
          resourceNames: textsOf(rule.resourceNames),
        },
      ]
    : [];
}

/** Whether rules allow what a release asks for, as the API server would decide. */
export function allows(
  rules: readonly GrantedRule[],
  asked: ReleaseRbacRule,
): boolean {
  return rules.some(
    ({ apiGroups, resources, verbs, resourceNames }) =>
      matches(apiGroups, asked.apiGroup) &&
      matchesResource(resources, asked.resource) &&
      matches(verbs, asked.verb) &&
      matchesNames(resourceNames, asked),
  );
}

function matches(granted: readonly string[], asked: string): boolean {
  return granted.includes('*') || granted.includes(asked);
}

/** `*` stands for every resource and subresource, a star and `/status` for every status. */
function matchesResource(granted: readonly string[], asked: string): boolean {
  const [, subresource] = asked.split('/');
  return (
    matches(granted, asked) ||
    (subresource !== undefined && granted.includes(`*/${subresource}`))
  );
}

/** A rule of names allows only these; `create` and `list` can't be limited so. */
function matchesNames(
  granted: readonly string[],
  { resourceNames = [] }: ReleaseRbacRule,
): boolean {
  return (
    granted.length === 0 ||
    (resourceNames.length > 0 &&
      resourceNames.every(name => granted.includes(name)))
  );
}
