import { message, Message } from '../../messages';
import type { TargetHealth } from '../../inventory/aws';
import type { StackPair } from '../StackPair';

const addressOf = ({ id, port }: TargetHealth) =>
  port === undefined ? id : `${id}:${port}`;

/** AWS counts one that is on its way out, or was never in, as no target. */
function isRegistered({ state, reason }: TargetHealth): boolean {
  return state !== 'draining' && reason !== 'Target.NotRegistered';
}

/**
 * Ready endpoints against registered targets. An address that vanished with its
 * Pod is no loss; one that is ready and not registered is, once the stack had
 * its time. A Pod that came just now may be on its way, so that one which was
 * not registered before is awaited, unless its whole group has nothing left.
 */
export function compareTargets(
  pair: StackPair,
  options: { settled: boolean },
): Message[] {
  const { changes, before, after } = pair;
  const awaited: Message[] = [];
  for (const [key, was] of pair.groupsBefore) {
    const is = pair.groupsAfter.get(key);
    if (!is) {
      continue;
    }
    const { name } = is.targetGroup;
    const path = `targetGroups.${key}.targets`;
    if (!was.health || !is.health) {
      changes.unread('verification.unread.health', { name });
      continue;
    }
    const then = was.health.targets.filter(isRegistered);
    const now = is.health.targets.filter(isRegistered);
    const owners = pair.ownersOfGroup(was, before);
    const own = owners && { owners };
    const known = new Set(then.map(addressOf));
    const registered = new Set(now.map(addressOf));
    for (const address of after.readyEndpoints?.[name] ?? []) {
      const missedBefore =
        !known.has(address) &&
        before.readyEndpoints?.[was.targetGroup.name]?.includes(address);
      if (registered.has(address) || missedBefore) {
        continue;
      }
      const lost = known.has(address) || (then.length > 0 && now.length === 0);
      if (lost && options.settled) {
        changes.add({
          kind: 'target-lost',
          path: `${path}.${address}`,
          code: 'verification.found.target-lost',
          params: { address, name },
          before: known.has(address) ? address : null,
          after: null,
          ...own,
          beyondOwners: true,
        });
      } else {
        awaited.push(message('verification.awaited.target', { address, name }));
      }
    }
    const healthy = (targets: readonly TargetHealth[]) =>
      targets.filter(({ state }) => state === 'healthy').length;
    const starting = now.some(({ state }) => state === 'initial');
    if (healthy(then) > 0 && now.length > 0 && healthy(now) === 0) {
      if (starting || !options.settled) {
        awaited.push(message('verification.awaited.healthy', { name }));
      } else {
        changes.add({
          path: `${path}.healthy`,
          code: 'verification.found.none-healthy',
          params: { name },
          before: healthy(then),
          after: 0,
          ...own,
          beyondOwners: !pair.ownersChanged(owners),
        });
      }
    }
  }
  return awaited;
}
