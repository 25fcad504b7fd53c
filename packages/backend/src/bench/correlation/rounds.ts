import type { StackOverlay } from '@lbc-backstage/plugin-lbc-common';
import { Fleet, Judge } from './Judge';
import {
  clusterSnapshot,
  KindsRead,
  parseTargets,
  scopeSnapshot,
  Sweep,
} from './parseTargets';
import type { RecordedStack, Recording } from './RecordedSweeps';

type Parsed = ReturnType<typeof parseTargets>;
type Stacks = ReadonlyMap<string, StackOverlay>;

/** A moment after a sweep. */
export function nowAfter(
  { targets, stacks = [] }: Recording,
  sweep: Sweep,
): string {
  const times = targets.flatMap(target =>
    (target[sweep] ?? target.latest).map(({ attemptedAt }) =>
      Date.parse(attemptedAt),
    ),
  );
  const read = stacks.map(({ observedAt }) => Date.parse(observedAt));
  return new Date(
    Math.max(...times, ...(sweep === 'latest' ? read : [])) + 5_000,
  ).toISOString();
}

/** Parses the stacks that were read live: it is timed, too. */
export function parseStacks(stacks: readonly RecordedStack[]): Stacks {
  return new Map(
    stacks.map(({ loadBalancerArn, json }) => [
      loadBalancerArn,
      JSON.parse(json),
    ]),
  );
}

/** Puts what was parsed together; `onRead` hears of each kind that is looked at. */
export function fleetOf(
  { targets, health }: Recording,
  options: {
    parsed: Parsed;
    sweep: Sweep;
    onRead?: (target: Recording['targets'][number], kind: string) => void;
  },
): Fleet {
  const { parsed, sweep, onRead } = options;
  const byArn = new Map(health.map(each => [each.targetGroupArn, each]));
  const watched = <T extends { kinds: object }>(
    snapshot: T,
    target: Recording['targets'][number],
  ): T =>
    onRead
      ? {
          ...snapshot,
          kinds: new Proxy(snapshot.kinds, {
            get(kinds, kind) {
              onRead(target, String(kind));
              return Reflect.get(kinds, kind);
            },
          }),
        }
      : snapshot;
  const fleet: Fleet = { scopes: [], clusters: [] };
  targets.forEach((target, index) => {
    if (target.scope) {
      fleet.scopes.push(
        watched(
          scopeSnapshot(target, {
            parsed: parsed[index],
            sweep,
            health: byArn,
          }),
          target,
        ),
      );
    } else {
      fleet.clusters.push(
        watched(clusterSnapshot(target, parsed[index], sweep), target),
      );
    }
  });
  return fleet;
}

/** Judges two rounds; notes which kinds are read. */
export function settle(judge: Judge, recording: Recording): KindsRead {
  const { targets } = recording;
  // The version and the namespaces are looked at to put a cluster together.
  const read = new Set(['version', 'namespaces']);
  for (const sweep of ['before', 'latest'] as const) {
    const parsed = parseTargets({ targets, sweep, isRead: () => true });
    const fleet = fleetOf(recording, {
      parsed,
      sweep,
      onRead: (_, kind) => read.add(kind),
    });
    judge.settle(fleet, nowAfter(recording, sweep));
  }
  return (_, kind) => read.has(kind);
}
