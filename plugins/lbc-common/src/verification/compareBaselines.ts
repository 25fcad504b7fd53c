import { message, Message } from '../messages';
import {
  compareBaselineStack,
  compareMissingStack,
} from './compareBaselineStack';
import type {
  BaselineStack,
  StackComparison,
  VerificationChange,
  VerificationContext,
  VerificationVerdict,
} from './types';

const ownersOf = ({ owners }: BaselineStack) =>
  owners.map(({ kind, namespace, name }) => `${kind}/${namespace}/${name}`);

/**
 * The same stack now: the same subject, else the one load balancer that has
 * one of its owners, for a replaced one is another subject.
 */
function pairing(
  live: readonly BaselineStack[],
): (before: BaselineStack) => BaselineStack | undefined {
  const byId = new Map(live.map(stack => [stack.subjectId, stack]));
  const byOwner = new Map<string, BaselineStack[]>();
  for (const stack of live) {
    for (const owner of ownersOf(stack)) {
      byOwner.set(owner, [...(byOwner.get(owner) ?? []), stack]);
    }
  }
  return before => {
    const same = byId.get(before.subjectId);
    if (same) {
      return same;
    }
    const found = new Set(
      ownersOf(before).flatMap(owner => byOwner.get(owner) ?? []),
    );
    return found.size === 1 ? [...found][0] : undefined;
  };
}

/**
 * Compares the stacks of a baseline with what is there now, each with its own
 * verdict. What the baseline does not have is not looked at.
 * @public
 */
export function compareBaselines(
  baseline: readonly BaselineStack[],
  live: readonly BaselineStack[],
  context: VerificationContext,
): StackComparison[] {
  const find = pairing(live);
  return baseline.map(before => {
    const after = find(before);
    return after
      ? compareBaselineStack(before, after, context)
      : compareMissingStack(before, context);
  });
}

/** The worst first: what is to be waited for comes before what stays unknown. */
const ORDER: readonly VerificationVerdict[] = [
  'changed-unexpectedly',
  'settling',
  'cannot-tell',
  'changed-as-expected',
  'verified',
];

/**
 * One verdict of all: the worst one counts.
 * @public
 */
export function verdictOfAll(options: {
  stacks: readonly StackComparison[];
  cluster: readonly VerificationChange[];
  /** What of the baseline, or of the comparison, could not be read. */
  notRead: readonly Message[];
}): { verdict: VerificationVerdict; because: Message } {
  const { stacks, cluster, notRead } = options;
  const unexpected = cluster.filter(
    ({ expected, reportedOnly }) => !expected && !reportedOnly,
  ).length;
  const present = new Set<VerificationVerdict>(
    stacks.map(({ verdict }) => verdict),
  );
  if (unexpected > 0) {
    present.add('changed-unexpectedly');
  }
  if (notRead.length > 0 || stacks.length === 0) {
    present.add('cannot-tell');
  }
  if (cluster.some(change => change.expected && !change.reportedOnly)) {
    present.add('changed-as-expected');
  }
  const verdict = ORDER.find(each => present.has(each)) ?? 'verified';
  const count = stacks.filter(each => each.verdict === verdict).length;
  const total = stacks.length;
  const because: Record<VerificationVerdict, () => Message> = {
    verified: () => message('verification.all.verified', { total }),
    'changed-as-expected': () =>
      message('verification.all.expected', { count, total }),
    'changed-unexpectedly': () =>
      message('verification.all.unexpected', { count, total, unexpected }),
    settling: () => message('verification.all.settling', { count, total }),
    'cannot-tell': () =>
      stacks.length === 0
        ? message('verification.all.empty')
        : notRead[0] ??
          message('verification.all.cannot-tell', { count, total }),
  };
  return { verdict, because: because[verdict]() };
}
