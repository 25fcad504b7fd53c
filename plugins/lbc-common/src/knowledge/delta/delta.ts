import { compareReleases } from '../compareReleases';
import { releasesBetween } from '../releasesBetween';
import { nextSafeStops } from '../stops/nextSafeStops';
import type {
  IamVariant,
  Release,
  ReleaseNote,
  ReleaseSummary,
} from '../types';
import { crdsDelta } from './crds';
import { iamDelta } from './iam';
import { rbacDelta, tableDelta } from './tables';
import type { DeltaNote, ReleaseDelta } from './types';

/** @public */
export interface DeltaOptions {
  /** The policy file to compare. Default: `aws`. */
  partition?: IamVariant;
  /** All that are known: stops are taken from them. */
  releases: readonly ReleaseSummary[];
  /**
   * Those on the way, whole, for their notes: both ends and what is between,
   * in any order. {@link loadDelta} loads them.
   */
  passed: readonly Release[];
}

/** What a jump from one release to another changes. @public */
export function delta(
  from: Release,
  to: Release,
  options: DeltaOptions,
): ReleaseDelta {
  const { partition = 'aws', releases } = options;
  const order = compareReleases(from.version, to.version);
  const between = releasesBetween(releases, from.version, to.version);
  // Going back takes back what came with the later ones.
  const passed = releasesBetween(
    options.passed,
    ...(order > 0
      ? ([to.version, from.version] as const)
      : ([from.version, to.version] as const)),
  );
  const stops = nextSafeStops(from.version, to.version, { releases });
  return {
    from: from.version,
    to: to.version,
    direction: directionOf(order),
    releases: between.map(({ version }) => version),
    crds: crdsDelta(from.crds, to.crds),
    iam: iamDelta(from.iam, to.iam, partition),
    rbac: rbacDelta(from.rbac, to.rbac),
    flags: tableDelta(from.flags, to.flags),
    gates: tableDelta(from.gates, to.gates),
    chartValues: tableDelta(from.chartValues, to.chartValues),
    webhooks: tableDelta(byName(from.webhooks), byName(to.webhooks)),
    ...changed('lock', from.lock, to.lock),
    ...changed('clientGo', from.clientGo, to.clientGo),
    breakingChanges: notesOf(passed, 'breakingChanges'),
    requiredActions: notesOf(passed, 'requiredActions'),
    ...(stops && { stops }),
  };
}

function directionOf(order: number): ReleaseDelta['direction'] {
  if (order === 0) {
    return 'same';
  }
  return order < 0 ? 'upgrade' : 'downgrade';
}

function changed<K extends 'lock' | 'clientGo'>(
  key: K,
  from: string,
  to: string,
): Partial<Record<K, { from: string; to: string }>> {
  const made: Partial<Record<K, { from: string; to: string }>> = {};
  if (from !== to) {
    made[key] = { from, to };
  }
  return made;
}

function byName<T extends { name: string }>(
  items: readonly T[],
): Record<string, T> {
  return Object.fromEntries(items.map(item => [item.name, item]));
}

function notesOf(
  releases: readonly Release[],
  key: 'breakingChanges' | 'requiredActions',
): DeltaNote[] {
  return releases.flatMap(release =>
    release[key].map((note: ReleaseNote) => ({
      version: release.version,
      ...note,
    })),
  );
}
