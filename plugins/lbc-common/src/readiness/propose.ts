import { fitOf } from '../compatibility/kubernetesFit';
import { compareReleases } from '../knowledge/compareReleases';
import { nextSafeStops } from '../knowledge/stops';
import type { Knowledge, ReleaseSummary } from '../knowledge/types';
import { parseReleaseVersion } from '../knowledge/versions';
import { Message, message } from '../messages';
import type { TargetProposal } from './types';

/** What one could go to: the best release, the newest of each line, the next Kubernetes. */
export function proposeTargets(options: {
  knowledge: Pick<Knowledge, 'releases'>;
  /** The release that runs, where it is known. */
  current?: string;
  /** The cluster's minor version, where it is known. */
  minor?: string;
}): TargetProposal[] {
  const { knowledge, current, minor } = options;
  const { releases } = knowledge;
  if (current === undefined) {
    return kubernetesNext(options);
  }
  const later = releases.filter(
    ({ version }) => compareReleases(version, current) > 0,
  );
  const fits = (release: ReleaseSummary) =>
    ['documented', 'upper-end-untested'].includes(
      fitOf(release.kubernetes, minor),
    );
  const newest = [...later]
    .reverse()
    .find(release => fits(release) && release.knownIssues.length === 0);
  const way = newest && nextSafeStops(current, newest.version, { releases });
  const [stop] = way?.stops ?? [];
  const reachable = newest && !way?.blocked.length;
  const best = reachable ? stop?.version ?? newest.version : undefined;
  const shown = newestOfLines(later, [best, newest?.version]);
  const because = (release: ReleaseSummary): Message => {
    const { version, knownIssues, kubernetes } = release;
    const params = {
      minor: minor ?? '',
      min: kubernetes.min,
      max: kubernetes.max ?? '',
    };
    if (version === best) {
      return stop
        ? message('readiness.propose-stop', { target: newest?.version ?? '' })
        : message('readiness.propose-best', params);
    }
    if (knownIssues.length > 0) {
      return message('readiness.propose-issue', {
        issues: knownIssues.map(({ issue }) => issue),
      });
    }
    switch (fitOf(kubernetes, minor)) {
      case 'too-old':
        return message('readiness.propose-too-new', params);
      case 'too-new':
        return message('readiness.propose-too-old', params);
      case 'unknown':
        return message('readiness.propose-fit-unknown');
      default:
    }
    const own = nextSafeStops(current, version, { releases });
    if (own && own.blocked.length > 0) {
      return message('readiness.propose-unreachable');
    }
    return own && own.stops.length > 0
      ? message('readiness.propose-behind-stop', {
          stop: own.stops[0].version,
        })
      : message('readiness.propose-older', { best: best ?? '' });
  };
  return [
    ...shown.map(release => ({
      target: { kind: 'controller' as const, version: release.version },
      best: release.version === best,
      because: because(release),
    })),
    ...kubernetesNext(options),
  ];
}

/** Best first, then by line, newest first. */
function newestOfLines(
  later: readonly ReleaseSummary[],
  always: ReadonlyArray<string | undefined>,
): ReleaseSummary[] {
  const lines = new Map<string, ReleaseSummary>();
  for (const release of later) {
    const { major = 0, minor = 0 } = parseReleaseVersion(release.version) ?? {};
    lines.set(`${major}.${minor}`, release);
  }
  const ends = [...lines.values()];
  return later
    .filter(each => ends.includes(each) || always.includes(each.version))
    .reverse()
    .sort(
      (a, b) =>
        Number(b.version === always[0]) - Number(a.version === always[0]),
    );
}

function kubernetesNext(options: {
  knowledge: Pick<Knowledge, 'releases'>;
  current?: string;
  minor?: string;
}): TargetProposal[] {
  const { knowledge, current, minor } = options;
  if (minor === undefined) {
    return [];
  }
  const next = `1.${Number(minor.split('.')[1]) + 1}`;
  const release = knowledge.releases.find(({ version }) => version === current);
  const tooNew = release && fitOf(release.kubernetes, next) === 'too-new';
  return [
    {
      target: { kind: 'kubernetes', version: next },
      best: false,
      because: message(
        tooNew
          ? 'readiness.propose-kubernetes-too-new'
          : 'readiness.propose-kubernetes',
        { version: current ?? '' },
      ),
    },
  ];
}
