import { versionName } from '../../compatibility/names';
import { targetKey } from '../names';
import type { Proposal, Target } from '../types';

/** A target as people write it; `undefined` where it is none. */
export function targetFrom(text: string): Target | undefined {
  const written = text.trim();
  if (/^v?\d+\.\d+\.\d+[-+\w.]*$/.test(written)) {
    return { kind: 'controller', version: versionName(written) };
  }
  const minor = /^(?:kubernetes\s+|v)?(1\.\d{1,3})$/i.exec(written)?.[1];
  return minor ? { kind: 'kubernetes', version: minor } : undefined;
}

const byVersion = new Intl.Collator('en', { numeric: true });

/** What one can choose, newest first: what is proposed or advised against, and what is chosen. */
export function targetsOf(options: {
  proposals: readonly Proposal[];
  chosen: Target;
}): Record<Target['kind'], Target[]> {
  const { proposals, chosen } = options;
  const all = [chosen, ...proposals.map(({ target }) => target)];
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
