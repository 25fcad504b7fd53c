import { message, Message } from '../messages';
import { Changes } from './Changes';
import { compareListeners } from './parts/listeners';
import { compareLoadBalancer } from './parts/loadBalancer';
import { compareOwners } from './parts/owners';
import { compareSecurityGroups } from './parts/securityGroups';
import { compareTargetGroups } from './parts/targetGroups';
import { compareTargets } from './parts/targets';
import { settlingOf } from './settling';
import { StackAttribution } from './StackAttribution';
import { StackPair } from './StackPair';
import { takeOverOf } from './takeOver';
import { expectedOfRelease } from './expectedOfRelease';
import type {
  BaselineStack,
  StackComparison,
  VerificationChange,
  VerificationContext,
  VerificationVerdict,
} from './types';

/**
 * Compares a stack with what it was: by what things are for, never by their
 * order or ids. A recreated thing is replaced, not changed. What its owners
 * changed meanwhile is told from what came with the upgrade.
 * @public
 */
export function compareBaselineStack(
  before: BaselineStack,
  after: BaselineStack,
  context: VerificationContext,
): StackComparison {
  const takeOver = takeOverOf(context);
  const attribution = StackAttribution.create({ before, after, takeOver });
  const changes = Changes.create(attribution);
  const foreign = new Set([
    ...(context.before.externalTags ?? []),
    ...(context.after?.externalTags ?? []),
  ]);
  const pair = StackPair.create({
    before,
    after,
    changes,
    attribution,
    foreign,
  });
  const { baselineAt } = context;
  const { settled, awaited } = settlingOf(after, { takeOver, baselineAt });
  compareLoadBalancer(pair);
  compareListeners(pair);
  compareTargetGroups(pair);
  compareSecurityGroups(pair);
  compareOwners(pair, { takeOver, baselineAt });
  const ofTargets = compareTargets(pair, { settled });
  if (takeOver.state === 'unknown') {
    changes.unread('verification.unread.leader');
  }
  return comparisonOf(before, {
    changes: expectedOfRelease(changes.list, context),
    awaited: [...awaited, ...ofTargets],
    notRead: changes.notRead,
  });
}

/** A baseline's stack that is not found any more, or was not read. */
export function compareMissingStack(
  before: BaselineStack,
  context: VerificationContext,
): StackComparison {
  if (!context.listed || !context.owners) {
    return comparisonOf(before, {
      changes: [],
      awaited: [],
      notRead: [message('verification.unread.stack')],
    });
  }
  const here = new Set(
    context.owners.map(
      ({ kind, namespace, name }) => `${kind}/${namespace}/${name}`,
    ),
  );
  const kept = before.owners.some(({ kind, namespace, name }) =>
    here.has(`${kind}/${namespace}/${name}`),
  );
  const takeOver = takeOverOf(context);
  const attribution = StackAttribution.create({
    before,
    after: kept ? before : { ...before, owners: [] },
    takeOver,
  });
  const changes = Changes.create(attribution);
  changes.add({
    kind: 'removed',
    path: 'loadBalancers.LoadBalancer',
    code: kept
      ? 'verification.found.load-balancer-gone'
      : 'verification.found.load-balancer-gone-with-owner',
    params: { name: before.name },
    before: before.loadBalancerArn,
    after: null,
  });
  return comparisonOf(before, {
    changes: changes.list,
    awaited: [],
    notRead: [],
  });
}

/** The verdict of what was found; what is bad is never waited away. */
function comparisonOf(
  { subjectId, name, owners }: BaselineStack,
  found: {
    changes: VerificationChange[];
    awaited: Message[];
    notRead: Message[];
  },
): StackComparison {
  const { changes, awaited, notRead } = found;
  const counted = changes.filter(({ reportedOnly }) => !reportedOnly);
  const unexpected = counted.filter(({ expected }) => !expected);
  const say = (verdict: VerificationVerdict, because: Message) => ({
    subjectId,
    name,
    owners: owners.map(({ kind, namespace, name: owner }) => ({
      kind,
      namespace,
      name: owner,
    })),
    verdict,
    because,
    changes,
    awaited,
  });
  if (unexpected.length > 0) {
    return say(
      'changed-unexpectedly',
      message('verification.because.unexpected', { count: unexpected.length }),
    );
  }
  if (notRead.length > 0) {
    return say('cannot-tell', notRead[0]);
  }
  if (awaited.length > 0) {
    return say('settling', awaited[0]);
  }
  return counted.length > 0
    ? say(
        'changed-as-expected',
        message('verification.because.expected', { count: counted.length }),
      )
    : say('verified', message('verification.because.verified'));
}
