import type {
  ClusterSnapshot,
  KindSnapshot,
  ScopeSnapshot,
  TargetGroupHealth,
} from '@lbc-backstage/plugin-lbc-common';
import type { RecordedKind, RecordedTarget } from './RecordedSweeps';

/** Items of the kinds of one target, parsed. */
type ParsedKinds = Map<string, readonly unknown[]>;

/** Which sweep of a target. */
export type Sweep = 'latest' | 'before';

/** Kinds of a target that something reads. */
export type KindsRead = (target: RecordedTarget, kind: string) => boolean;

/** Parses the stored JSON of all targets: nothing but that, for it is timed. */
export function parseTargets(options: {
  targets: readonly RecordedTarget[];
  sweep: Sweep;
  isRead: KindsRead;
}): ParsedKinds[] {
  const { targets, sweep, isRead } = options;
  return targets.map(target => {
    const parsed: ParsedKinds = new Map();
    for (const { kind, json } of target[sweep] ?? target.latest) {
      if (isRead(target, kind)) {
        parsed.set(kind, JSON.parse(json));
      }
    }
    return parsed;
  });
}

function kindsOf(
  recorded: readonly RecordedKind[],
  parsed: ParsedKinds,
): Record<string, KindSnapshot<unknown>> {
  return Object.fromEntries(
    recorded.map(({ kind, json, ...rest }) => [
      kind,
      { ...rest, items: parsed.get(kind) ?? [] },
    ]),
  );
}

/** A cluster as the domain takes it. */
export function clusterSnapshot(
  target: RecordedTarget,
  parsed: ParsedKinds,
  sweep: Sweep,
): ClusterSnapshot {
  const { version, ...kinds } = kindsOf(target[sweep] ?? target.latest, parsed);
  const [{ gitVersion } = {}] = (version?.items ?? []) as Array<{
    gitVersion?: string;
  }>;
  const snapshot: ClusterSnapshot = {
    cluster: target.cluster ?? '',
    version: gitVersion,
    // Each was written by the sweep that had it typed.
    kinds: kinds as ClusterSnapshot['kinds'],
  };
  return {
    ...snapshot,
    uid: snapshot.kinds.namespaces?.items.find(
      ({ metadata }) => metadata.name === 'kube-system',
    )?.metadata.uid,
  };
}

/** A scope as the domain takes it. */
export function scopeSnapshot(
  target: RecordedTarget,
  options: {
    parsed: ParsedKinds;
    sweep: Sweep;
    health: ReadonlyMap<string, TargetGroupHealth>;
  },
): ScopeSnapshot {
  const { parsed, sweep, health } = options;
  return {
    accountId: target.scope?.accountId ?? '',
    region: target.scope?.region ?? '',
    kinds: kindsOf(
      target[sweep] ?? target.latest,
      parsed,
    ) as ScopeSnapshot['kinds'],
    health,
  };
}
