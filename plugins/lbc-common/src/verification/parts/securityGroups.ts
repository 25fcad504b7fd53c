import type { StackPair } from '../StackPair';
import { permissionText } from '../texts';
import { compareTags } from './tags';

/** Security groups by their names; their permissions without ids. */
export function compareSecurityGroups(pair: StackPair): void {
  const { changes, before, after, foreign } = pair;
  const was = before.detail.securityGroups;
  const is = after.detail.securityGroups;
  // They are read only where EC2 is switched on.
  if (!was || !is) {
    return;
  }
  const left = new Map(is.map(group => [group.name, group]));
  for (const group of was) {
    const path = `securityGroups.${group.name}`;
    const live = left.get(group.name);
    if (!live) {
      changes.add({
        kind: 'removed',
        path,
        code: 'verification.found.security-group-removed',
        params: { name: group.name },
        before: group.id,
        after: null,
      });
      continue;
    }
    if (group.id !== live.id) {
      changes.add({
        kind: 'replaced',
        path,
        code: 'verification.found.security-group-replaced',
        params: { name: group.name },
        before: group.id,
        after: live.id,
      });
    }
    if (group.ingress && live.ingress) {
      const now = new Set(live.ingress.map(permissionText));
      const then = new Set(group.ingress.map(permissionText));
      for (const permission of then) {
        if (!now.has(permission)) {
          changes.add({
            kind: 'removed',
            path: `${path}.ingress`,
            code: 'verification.found.permission-removed',
            params: { name: group.name, permission },
            before: permission,
            after: null,
          });
        }
      }
      for (const permission of now) {
        if (!then.has(permission)) {
          changes.add({
            kind: 'added',
            path: `${path}.ingress`,
            code: 'verification.found.permission-added',
            params: { name: group.name, permission },
            before: null,
            after: permission,
          });
        }
      }
    }
    compareTags({
      changes,
      path,
      before: group.tags,
      after: live.tags,
      foreign,
    });
  }
}
