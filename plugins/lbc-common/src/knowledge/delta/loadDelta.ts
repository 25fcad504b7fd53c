import { compareReleases } from '../compareReleases';
import { releasesBetween } from '../releasesBetween';
import type { IamVariant, Knowledge, Release } from '../types';
import { delta } from './delta';
import type { ReleaseDelta } from './types';

/**
 * What a jump changes, by the releases' versions. Undefined where one of the
 * two is not known.
 * @public
 */
export async function loadDelta(
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
