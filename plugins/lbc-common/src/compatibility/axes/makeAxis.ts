import { provesAbsence } from '../../inventory/coverage';
import { KUBERNETES_KINDS, KubernetesKindName } from '../../inventory/kinds';
import type { ClusterSnapshot } from '../../inventory/snapshot';
import type { Evidence } from '../../inventory/subject';
import { Message, message } from '../../messages';
import { kubernetesRight, rbacRuleLine } from '../../rights';
import { byStatus, worstOf } from '../status';
import type {
  CompatibilityAxis,
  CompatibilityAxisName,
  CompatibilityFinding,
  CompatibilityStatus,
  NotSeen,
} from '../types';
import type { AxisInput } from './input';

/** An axis of its findings, the worst first. */
export function makeAxis(options: {
  axis: CompatibilityAxisName;
  /** The sentence for each status that it may have. */
  because: (worst: CompatibilityStatus) => Message;
  findings: readonly CompatibilityFinding[];
  notSeen?: readonly NotSeen[];
  observedAt?: Array<string | undefined>;
}): CompatibilityAxis {
  const { axis, because, findings, notSeen = [], observedAt = [] } = options;
  const status = worstOf(findings.map(each => each.status));
  const [oldest] = observedAt
    .filter(at => at !== undefined && at !== '')
    .sort();
  return {
    axis,
    status,
    because: because(status),
    findings: [...findings].sort(byStatus),
    notSeen: [...notSeen],
    ...(oldest !== undefined && { observedAt: oldest }),
  };
}

/** A finding, with what it rests on. */
export function finding(
  code: string,
  status: CompatibilityStatus,
  said: Message,
  more: Partial<
    Pick<CompatibilityFinding, 'evidence' | 'remedy' | 'commands'>
  > = {},
): CompatibilityFinding {
  return { code, status, message: said, evidence: [], ...more };
}

/** One thing that was seen in the cluster. */
export function seen(
  said: Message,
  observedAt: string | undefined,
  role: Evidence['role'] = 'supports',
): Evidence {
  return {
    message: said,
    source: 'kubernetes',
    ...(observedAt !== undefined && observedAt !== '' && { observedAt }),
    role,
  };
}

/** What the platform's people can do. */
export function askPlatform(said: Message): CompatibilityFinding['remedy'] {
  return [{ who: 'platform', message: said }];
}

/** Kinds that were not read completely, each with the rule that would let us. */
export function notSeenOf(
  cluster: ClusterSnapshot,
  kinds: readonly KubernetesKindName[],
): NotSeen[] {
  return kinds.flatMap((name): NotSeen[] => {
    const kind = cluster.kinds[name];
    const isWhole: boolean = provesAbsence(kind);
    if (isWhole) {
      return [];
    }
    const { id } = KUBERNETES_KINDS[name];
    const params = { resource: id, cluster: cluster.cluster };
    return kind?.coverage === 'failed' || kind === undefined
      ? [{ message: message('compatibility.not-read', params) }]
      : [
          {
            message: message(
              kind.coverage === 'denied'
                ? 'compatibility.not-permitted'
                : 'compatibility.not-whole',
              params,
            ),
            rbacRule: rbacRuleLine(kubernetesRight(name)),
          },
        ];
  });
}

/** Where the release is not known, nothing is compared with it. */
export function unknownRelease(
  axis: CompatibilityAxisName,
  { running }: AxisInput,
): CompatibilityAxis {
  const because =
    running.version === undefined
      ? message('compatibility.version-not-told', nameOf(running))
      : message('compatibility.release-not-known', {
          version: running.version,
        });
  return makeAxis({
    axis,
    because: () => because,
    findings: [finding('release-not-known', 'unknown', because)],
    observedAt: [running.observedAt],
  });
}

/** An axis that does not apply, with why. */
export function notApplicable(
  axis: CompatibilityAxisName,
  because: Message,
): CompatibilityAxis {
  return { axis, status: 'not-applicable', because, findings: [], notSeen: [] };
}

/** How sentences name a controller. */
export function nameOf({ namespace, name, cluster }: AxisInput['running']): {
  namespace: string;
  name: string;
  cluster: string;
} {
  return { namespace: namespace ?? '', name: name ?? '', cluster };
}
