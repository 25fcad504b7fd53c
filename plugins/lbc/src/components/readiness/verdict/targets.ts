import { versionName } from '../../compatibility/names';
import { targetKey } from '../names';
import type { Proposal, Target } from '../types';

const byVersion = new Intl.Collator('en', { numeric: true });

/** What one can choose, newest first: the proposals, the rest of the ladder, and what is chosen. */
export function targetsOf(options: {
  proposals: readonly Proposal[];
  chosen: Target;
  /** Releases of the ladder. */
  ladder?: readonly string[];
}): Record<Target['kind'], Target[]> {
  const { proposals, chosen, ladder = [] } = options;
  const all: Target[] = [
    chosen,
    ...proposals.map(({ target }) => target),
    ...ladder.map((version): Target => ({ kind: 'controller', version })),
  ];
  const once = [
    ...new Map(all.map(target => [targetKey(target), target])).values(),
  ];
  const of = (kind: Target['kind']) =>
    once
      .filter(target => target.kind === kind)
      .sort((left, right) =>
        byVersion.compare(
          versionName(right.version),
          versionName(left.version),
        ),
      );
  return { controller: of('controller'), kubernetes: of('kubernetes') };
}
