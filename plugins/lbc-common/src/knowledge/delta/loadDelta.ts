import { compareReleases } from '../compareReleases';
import { releasesBetween } from '../releasesBetween';
import type { IamVariant, Knowledge, Release } from '../types';
import { delta } from './delta';
import type { ReleaseDelta } from './types';

/** Jumps that are remembered: what is known of releases never changes. */
const MOST_KEPT = 32;

const KEPT = new WeakMap<
  Knowledge,
  Map<string, Promise<ReleaseDelta | undefined>>
>();

/**
 * What a jump changes, by the releases' versions. Undefined where one of the
 * two is not known.
 * @public
 */
export async function loadDelta(
  knowledge: Knowledge,
  jump: { from: string; to: string; partition?: IamVariant },
): Promise<ReleaseDelta | undefined> {
  const kept: Map<string, Promise<ReleaseDelta | undefined>> = KEPT.get(
    knowledge,
  ) ?? new Map();
  KEPT.set(knowledge, kept);
  const key = `${jump.from} ${jump.to} ${jump.partition ?? ''}`;
  const made = kept.get(key) ?? makeDelta(knowledge, jump);
  // The one that was asked for last is forgotten last.
  kept.delete(key);
  kept.set(key, made);
  if (kept.size > MOST_KEPT) {
    kept.delete(kept.keys().next().value ?? '');
  }
  try {
    return await made;
  } catch (error) {
    kept.delete(key);
    throw error;
  }
}

async function makeDelta(
  knowledge: Knowledge,
  jump: { from: string; to: string; partition?: IamVariant },
): Promise<ReleaseDelta | undefined> {
  const [from, to] = await Promise.all([
    knowledge.load(jump.from),
    knowledge.load(jump.to),
  ]);
  if (!from || !to) {
    return undefined;
  }
  const { releases } = knowledge;
  const [low, high] =
    compareReleases(from.version, to.version) > 0 ? [to, from] : [from, to];
  const passed = await Promise.all(
    releasesBetween(releases, low.version, high.version).map(({ version }) =>
      knowledge.load(version),
    ),
  );
  return delta(from, to, {
    ...(jump.partition && { partition: jump.partition }),
    releases,
    passed: passed.filter((each): each is Release => each !== undefined),
  });
}
