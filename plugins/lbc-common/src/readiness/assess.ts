import type { AssessIam } from '../compatibility/assess';
import { fieldHistory } from '../compatibility/features/fieldHistory';
import { minorOf } from '../compatibility/kubernetesVersion';
import { AskedObjects, objectsInUse } from '../compatibility/objectsInUse';
import { findRunning, gatesInEffect } from '../compatibility/running';
import { podStartsOf } from '../compatibility/running/podStarts';
import type { ResourceInUse, RunningController } from '../compatibility/types';
import { parseArn } from '../identity/arn';
import type { AwsEksCluster } from '../inventory/aws';
import { provesAbsence } from '../inventory/coverage';
import type { ClusterSnapshot } from '../inventory/snapshot';
import type { Controller } from '../inventory/subject';
import { loadDelta } from '../knowledge/delta';
import { iamVariantOf } from '../knowledge/partitions';
import { standingOf } from '../knowledge/standing';
import type { Knowledge } from '../knowledge/types';
import { message, MessageCode } from '../messages';
import { READINESS_CHECKS } from './checks';
import { effectsOf } from './effects';
import type {
  ReadinessCadence,
  ReadinessInput,
  ReadinessSubjects,
  ReadinessValues,
} from './input';
import { planOf } from './plan';
import { proposeTargets } from './propose';
import { featureNames, RehearsalQuestion } from './rehearse';
import { CheckOutcome, runCheck } from './runChecks';
import { normalTarget, problemOf, ReadinessProblem } from './target';
import type {
  Attestation,
  ReadinessReport,
  ReadinessTarget,
  Rehearsal,
} from './types';
import { verdictOf, worstFirst } from './verdict';

/** Options of {@link assessReadiness}. @public */
export interface AssessReadinessOptions {
  /** ISO 8601; the only clock there is. */
  now: string;
  cluster: ClusterSnapshot;
  /** As correlate judged them. */
  controllers: readonly Controller[];
  knowledge: Knowledge;
  asked: AskedObjects;
  resources: readonly ResourceInUse[];
  iam: AssessIam;
  /** When roles were read (ISO 8601). */
  iamObservedAt?: string;
  eks?: AwsEksCluster;
  subjects: ReadinessSubjects;
  values?: ReadinessValues;
  /** Looks in other clusters that run the target already. */
  rehearse?: (question: RehearsalQuestion) => Promise<readonly Rehearsal[]>;
  attestations?: readonly Attestation[];
  cadence: ReadinessCadence;
  /** Absent: the best there is. */
  target?: ReadinessTarget;
  /** Runs checks that modules added; what it gives is judged like our own. */
  more?: (input: ReadinessInput) => Promise<CheckOutcome[]>;
}

/** Whether a cluster's controller, or its Kubernetes, can be changed. @public */
export async function assessReadiness(
  options: AssessReadinessOptions,
): Promise<ReadinessReport | ReadinessProblem> {
  const { now, cluster, knowledge, attestations = [], more } = options;
  const found = findRunning(options);
  const running = chooseController(found);
  if (!running) {
    return noController(cluster, found);
  }
  const minor = minorOf(cluster.version);
  const standing =
    running.version === undefined
      ? undefined
      : standingOf(running.version, knowledge.releases);
  const current =
    standing?.standing === 'known' || standing?.standing === 'rebuild'
      ? standing.release.version
      : undefined;
  const proposals = proposeTargets({
    knowledge,
    ...(current !== undefined && { current }),
    ...(minor !== undefined && { minor }),
  });
  const asked = options.target && normalTarget(options.target);
  const target = asked ?? proposals.find(({ best }) => best)?.target;
  if (!target) {
    return {
      problem:
        current === undefined
          ? message('readiness.no-current', { cluster: cluster.cluster })
          : message('readiness.no-target', {
              cluster: cluster.cluster,
              version: current,
            }),
      details: [],
    };
  }
  const problem = await problemOf({
    target,
    running,
    knowledge,
    ...(minor !== undefined && { minor }),
    ...(current !== undefined && { current }),
  });
  if (problem) {
    return problem;
  }
  const input = await inputOf({
    options,
    found,
    running,
    target,
    ...(standing && { standing }),
    ...(current !== undefined && { current }),
    ...(minor !== undefined && { minor }),
  });
  const outcomes = [
    ...READINESS_CHECKS.map(check => runCheck(check, input, attestations)),
    ...((await more?.(input)) ?? []),
  ];
  const findings = worstFirst(outcomes.flatMap(each => each.findings));
  const effects = effectsOf(input, findings);
  const [validUntil] = outcomes.flatMap(each => each.validUntil ?? []).sort();
  const [observedAt] = findings
    .flatMap(each => each.observedAt ?? [])
    .filter(at => at <= now)
    .sort();
  return {
    cluster: cluster.cluster,
    controller: input.running,
    target,
    ...verdictOf(findings, target),
    ...(validUntil !== undefined && { validUntil }),
    findings,
    plan: planOf({ input, findings }),
    effects,
    proposals,
    rehearsals: [...input.rehearsals],
    ...(observedAt !== undefined && { observedAt }),
  };
}

/** Whether an answer says what is wrong with the question. @public */
export function isReadinessProblem(
  answer: ReadinessReport | ReadinessProblem,
): answer is ReadinessProblem {
  return 'problem' in answer;
}

/** The one that is judged, where there are several: one that runs and lives first. */
function chooseController(
  found: readonly RunningController[],
): RunningController | undefined {
  const rank = ({ replicas, liveness }: RunningController) =>
    (replicas?.wanted === 0 ? 2 : 0) + (liveness === 'alive' ? 0 : 1);
  return found
    .filter(({ kind }) => kind === 'deployment')
    .sort((a, b) => rank(a) - rank(b))[0];
}

function noController(
  { cluster, kinds }: ClusterSnapshot,
  found: readonly RunningController[],
): ReadinessProblem {
  const say = (code: MessageCode) => ({
    problem: message(code, { cluster }),
    details: [],
  });
  if (found.length > 0) {
    return say('readiness.auto-mode-only');
  }
  const isRead: boolean = provesAbsence(kinds.deployments);
  return say(
    isRead ? 'readiness.no-controller' : 'readiness.controllers-not-read',
  );
}

async function inputOf(given: {
  options: AssessReadinessOptions;
  found: readonly RunningController[];
  running: RunningController;
  target: ReadinessTarget;
  standing?: ReadinessInput['standing'];
  current?: string;
  minor?: string;
}): Promise<ReadinessInput> {
  const { options, found, running, target, standing, current, minor } = given;
  const { cluster, knowledge, subjects } = options;
  const from =
    current === undefined ? undefined : await knowledge.load(current);
  const to =
    target.kind === 'kubernetes' ? from : await knowledge.load(target.version);
  const partition = iamVariantOf(
    parseArn(running.identity?.roleArn ?? '')?.partition ?? 'aws',
  );
  const delta =
    target.kind === 'controller' && from && to
      ? await loadDelta(knowledge, {
          from: from.version,
          to: to.version,
          ...(partition && { partition }),
        })
      : undefined;
  const gates = gatesInEffect({ defaults: from?.gates, flags: running.flags });
  const judged = gates ? { ...running, gates } : running;
  const then = target.kind === 'kubernetes' ? target.version : minor;
  const objects = objectsInUse({
    cluster,
    running: found,
    asked: options.asked,
  }).filter(({ claim }) => claim?.by !== 'eks-auto-mode');
  const rehearsals =
    target.kind === 'controller' && options.rehearse
      ? await options.rehearse({
          version: target.version,
          features: await featureNames({
            objects,
            knowledge,
            ...(from && { release: from }),
          }),
          ...(minor !== undefined && { minor }),
        })
      : [];
  return {
    now: options.now,
    target,
    cluster,
    running: judged,
    all: found.map(each => (each === running ? judged : each)),
    ...(standing && { standing }),
    ...(from && { from }),
    ...(to && { to }),
    ...(delta && { delta }),
    kubernetes: {
      ...(minor !== undefined && { from: minor }),
      ...(then !== undefined && { to: then }),
    },
    knowledge,
    history: await fieldHistory(knowledge),
    iam: options.iam,
    ...(options.iamObservedAt !== undefined && {
      iamObservedAt: options.iamObservedAt,
    }),
    ...(options.eks && { eks: options.eks }),
    objects,
    resources: options.resources,
    podStarts: podStartsOf(running, cluster),
    subjects,
    ...(options.values && { values: options.values }),
    rehearsals,
    cadence: options.cadence,
  };
}
