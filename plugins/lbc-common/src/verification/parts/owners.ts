import type { StackPair } from '../StackPair';
import type { TakeOver } from '../takeOver';
import type { BaselineOwner } from '../types';

const keyOf = ({ kind, namespace, name }: BaselineOwner) =>
  `${kind}/${namespace}/${name}`;

/** Does its newest failure have no success after it? */
function fails({ lastFailure, lastSuccessAt }: BaselineOwner): boolean {
  return (
    lastFailure !== undefined &&
    !(Date.parse(lastSuccessAt ?? '') > Date.parse(lastFailure.at))
  );
}

/** A failure that came since; one that failed so before is no news. */
function newFailure(
  was: BaselineOwner,
  is: BaselineOwner,
  sinceMs: number,
): BaselineOwner['lastFailure'] {
  const failure = is.lastFailure;
  const isOld = fails(was) && was.lastFailure?.reason === failure?.reason;
  return failure && fails(is) && !isOld && Date.parse(failure.at) >= sinceMs
    ? failure
    : undefined;
}

/** The Kubernetes side: owners that came, went, fail, or say no. */
export function compareOwners(
  pair: StackPair,
  options: { takeOver: TakeOver; baselineAt: string },
): void {
  const { changes, before, after } = pair;
  const { takeOver, baselineAt } = options;
  const sinceMs = takeOver.sinceMs ?? Date.parse(baselineAt);
  const left = new Map(after.owners.map(owner => [keyOf(owner), owner]));
  for (const was of before.owners) {
    const key = keyOf(was);
    const is = left.get(key);
    left.delete(key);
    const params = { owner: key };
    const path = `owners.${key}`;
    if (!is) {
      changes.add({
        kind: 'removed',
        path,
        code: 'verification.found.owner-removed',
        params,
        before: key,
        after: null,
        cause: 'owner',
      });
      continue;
    }
    if (!was.specHash || !is.specHash) {
      changes.unread('verification.unread.owner', { owner: key });
    }
    if (was.uid && is.uid && was.uid !== is.uid) {
      changes.add({
        kind: 'replaced',
        path,
        code: 'verification.found.owner-recreated',
        params,
        before: was.uid,
        after: is.uid,
        cause: 'owner',
      });
    } else if (was.specHash && is.specHash && was.specHash !== is.specHash) {
      changes.add({
        path: `${path}.spec`,
        code: 'verification.found.owner-changed',
        params,
        before: was.specHash,
        after: is.specHash,
        cause: 'owner',
      });
    }
    for (const finalizer of was.finalizers) {
      if (!is.finalizers.includes(finalizer)) {
        changes.add({
          kind: 'removed',
          path: `${path}.finalizers`,
          code: 'verification.found.finalizer-removed',
          params: { ...params, finalizer },
          before: finalizer,
          after: null,
          owners: [key],
        });
      }
    }
    const conditions = new Map(is.conditions.map(each => [each.type, each]));
    for (const { type, status } of was.conditions) {
      const now = conditions.get(type);
      if (status === 'True' && now && now.status !== 'True') {
        changes.add({
          path: `${path}.conditions.${type}`,
          code: 'verification.found.condition',
          params: { ...params, type, reason: now.reason ?? '' },
          before: status,
          after: now.status,
          owners: [key],
        });
      }
    }
    const failure = newFailure(was, is, sinceMs);
    if (failure) {
      changes.add({
        path: `${path}.failure`,
        code: 'verification.found.owner-failing',
        params: { ...params, reason: failure.reason, failedAt: failure.at },
        before: null,
        after: failure.reason,
        owners: [key],
      });
    }
  }
  for (const key of left.keys()) {
    changes.add({
      kind: 'added',
      path: `owners.${key}`,
      code: 'verification.found.owner-added',
      params: { owner: key },
      before: null,
      after: key,
      cause: 'owner',
    });
  }
  compareInputs(pair);
}

function compareInputs(pair: StackPair): void {
  const { changes, before, after } = pair;
  if (!before.inputs || !after.inputs) {
    return;
  }
  const key = (input: { kind: string; namespace: string; name: string }) =>
    `${input.kind}/${input.namespace}/${input.name}`;
  const now = new Map(after.inputs.map(each => [key(each), each.specHash]));
  const then = new Map(before.inputs.map(each => [key(each), each.specHash]));
  for (const input of new Set([...then.keys(), ...now.keys()])) {
    const [earlier, later] = [then.get(input), now.get(input)];
    if (earlier !== later) {
      const gone = later === undefined ? 'removed' : 'changed';
      changes.add({
        kind: earlier === undefined ? 'added' : gone,
        path: `inputs.${input}`,
        code: 'verification.found.input-changed',
        params: { input },
        before: earlier,
        after: later,
        cause: input.startsWith('IngressClassParams/') ? 'somebody' : 'owner',
        expected: true,
      });
    }
  }
}
