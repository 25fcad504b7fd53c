import {
  KubernetesKindName,
  ObjectReference,
  PlainObject,
} from '@lbc-backstage/plugin-lbc-common';
import { ListOutcome } from '../lists';
import { nameOnly } from '../projections';
import { dependent } from './dependent';
import { ControllerWorkload, SweepMemory } from './memory';
import { KindStep } from './step';

export const roleBindingsStep = bindings('roleBindings');
export const clusterRoleBindingsStep = bindings('clusterRoleBindings');
export const rolesStep = roles('roles', ['roleBindings']);
export const clusterRolesStep = roles('clusterRoles', [
  'roleBindings',
  'clusterRoleBindings',
]);

/** Bindings of controllers are kept whole, others by name. */
function bindings<K extends 'roleBindings' | 'clusterRoleBindings'>(
  kind: K,
): KindStep<K> {
  return {
    kind,
    read: ({ reader, memory }) =>
      dependent({
        kind,
        on: ['deployments'],
        memory,
        evenIfDenied: true,
        async read() {
          const outcome: ListOutcome<PlainObject> = await reader.list(kind, {
            keep: binding =>
              grants(binding, memory.controllers) ? binding : named(binding),
          });
          rememberRoles(outcome.items, memory);
          return outcome;
        },
      }),
  };
}

/** Rules of the roles that controllers have; of others there is no need. */
function roles<K extends 'roles' | 'clusterRoles'>(
  kind: K,
  on: KubernetesKindName[],
): KindStep<K> {
  return {
    kind,
    read: ({ reader, memory }) =>
      dependent({
        kind,
        on,
        memory,
        evenIfDenied: true,
        read: () =>
          reader.list(kind, {
            keep: role =>
              memory.controllerRoles.has(roleKey(role.metadata))
                ? role
                : named(role),
          }),
      }),
  };
}

function rememberRoles(items: Iterable<PlainObject>, memory: SweepMemory) {
  for (const { metadata, roleRef } of items) {
    if (roleRef) {
      const namespace = roleRef.kind === 'Role' ? metadata.namespace : '';
      memory.controllerRoles.add(roleKey({ namespace, name: roleRef.name }));
    }
  }
}

function roleKey(role: { namespace: string; name: string }): string {
  return role.namespace ? `${role.namespace}/${role.name}` : role.name;
}

function named({ metadata }: PlainObject): PlainObject {
  return { metadata: nameOnly(metadata) };
}

/** Whether a binding gives a controller's service account something, by any of its names. */
function grants(
  { metadata, subjects = [] }: PlainObject,
  controllers: readonly ControllerWorkload[],
): boolean {
  return controllers.some(({ namespace, serviceAccount }) =>
    subjects.some(subject =>
      isAccount(subject, metadata.namespace, { namespace, serviceAccount }),
    ),
  );
}

function isAccount(
  subject: ObjectReference,
  bindingNamespace: string,
  account: { namespace: string; serviceAccount: string },
): boolean {
  const { namespace, serviceAccount } = account;
  switch (subject.kind) {
    case 'ServiceAccount':
      return (
        subject.name === serviceAccount &&
        (subject.namespace || bindingNamespace) === namespace
      );
    case 'User':
      return (
        subject.name === `system:serviceaccount:${namespace}:${serviceAccount}`
      );
    case 'Group':
      return [
        'system:serviceaccounts',
        `system:serviceaccounts:${namespace}`,
        'system:authenticated',
      ].includes(subject.name);
    default:
      return false;
  }
}
