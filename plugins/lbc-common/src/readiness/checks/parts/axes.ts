import type { AxisInput } from '../../../compatibility/axes/input';
import { gatesInEffect } from '../../../compatibility/running';
import type {
  CompatibilityAxis,
  CompatibilityFinding,
} from '../../../compatibility/types';
import type { ReadinessInput, ReadinessResult } from '../../input';
import type { ReadinessStatus } from '../../types';

const IAM = new WeakMap<ReadinessInput, CompatibilityAxis>();

/** What an axis of compatibility is judged by, as if the target ran already. */
export function asTarget(input: ReadinessInput): AxisInput {
  const { to, running, cluster, kubernetes } = input;
  const gates = gatesInEffect({ defaults: to?.gates, flags: running.flags });
  return {
    now: input.now,
    cluster: {
      ...cluster,
      ...(kubernetes.to !== undefined &&
        kubernetes.to !== kubernetes.from && {
          version: `v${kubernetes.to}.0`,
        }),
    },
    running: {
      ...running,
      ...(to && { version: to.version }),
      ...(gates ? { gates } : {}),
    },
    all: input.all,
    ...(input.standing && { standing: input.standing }),
    ...(to && { release: to }),
    history: input.history,
    podStarts: input.podStarts,
    ...(input.eks && { eks: input.eks }),
    knowledge: input.knowledge,
    objects: input.objects,
    resources: input.resources,
  };
}

/** As it is now. */
export function asNow(input: ReadinessInput): AxisInput {
  const { from, ...rest } = input;
  return {
    now: rest.now,
    cluster: rest.cluster,
    running: rest.running,
    all: rest.all,
    ...(rest.standing && { standing: rest.standing }),
    ...(from && { release: from }),
    history: rest.history,
    podStarts: rest.podStarts,
    ...(rest.eks && { eks: rest.eks }),
    knowledge: rest.knowledge,
    objects: rest.objects,
    resources: rest.resources,
  };
}

/** The axis IAM under the target; several checks look at it. */
export function iamOf(input: ReadinessInput): CompatibilityAxis {
  const had = IAM.get(input);
  if (had) {
    return had;
  }
  const { running, release } = asTarget(input);
  const axis = input.iam({
    controller: running,
    ...(release && { release }),
  });
  IAM.set(input, axis);
  return axis;
}

/**
 * Findings of an axis as a check's own; `statusOf` says what each means here,
 * undefined that it is none of the check's.
 */
export function resultsOf(
  axis: Pick<CompatibilityAxis, 'findings' | 'observedAt'>,
  statusOf: (finding: CompatibilityFinding) => ReadinessStatus | undefined,
): ReadinessResult[] {
  return axis.findings.flatMap(finding => {
    const status = statusOf(finding);
    return status === undefined
      ? []
      : [
          {
            status,
            message: finding.message,
            evidence: finding.evidence,
            ...(finding.remedy && { remedy: finding.remedy }),
            ...(finding.commands && { commands: finding.commands }),
            ...(axis.observedAt !== undefined && {
              observedAt: axis.observedAt,
            }),
          },
        ];
  });
}
