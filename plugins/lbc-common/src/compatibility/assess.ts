import type { AwsEksCluster } from '../inventory/aws';
import type { ClusterSnapshot } from '../inventory/snapshot';
import type { Controller } from '../inventory/subject';
import { standingOf } from '../knowledge/standing';
import type { Knowledge, Release } from '../knowledge/types';
import { Message, message } from '../messages';
import { claimsAxis } from './axes/claims';
import { controllerAxis } from './axes/controller';
import { crdsAxis } from './axes/crds';
import { gatewayApiAxis } from './axes/gatewayApi';
import type { AxisInput } from './axes/input';
import { kubernetesAxis } from './axes/kubernetes';
import { nameOf } from './axes/makeAxis';
import { objectsAxis } from './axes/objects';
import { rbacAxis } from './axes/rbac';
import { resourcesAxis } from './axes/resources';
import { webhooksAxis } from './axes/webhooks';
import { featuresInUse, fieldHistory } from './features';
import { minorOf } from './kubernetesVersion';
import { behindOf, ladderOf } from './ladder';
import { AskedObjects, ObjectInUse, objectsInUse } from './objectsInUse';
import { findRunning, gatesInEffect } from './running';
import { podStartsOf } from './running/podStarts';
import { worstOf } from './status';
import type {
  CompatibilityAxis,
  CompatibilityStatus,
  ControllerCompatibility,
  FeatureInUse,
  ResourceInUse,
  RunningController,
} from './types';

/** Judges a controller's rights in AWS, where they were read. @public */
export type AssessIam = (options: {
  controller: RunningController;
  release?: Release;
}) => CompatibilityAxis;

/** Options of {@link assessCluster}. @public */
export interface AssessClusterOptions {
  /** ISO 8601; the only clock there is. */
  now: string;
  cluster: ClusterSnapshot;
  /** As correlate judged them. */
  controllers: readonly Controller[];
  knowledge: Knowledge;
  asked: AskedObjects;
  /** Load balancers that the objects asked about have in AWS. */
  resources: readonly ResourceInUse[];
  iam: AssessIam;
  /** The cluster as EKS has it, where that is known. */
  eks?: AwsEksCluster;
}

/**
 * Every controller of a cluster against all that it depends on. Loads what is
 * known of the releases that run; reads nothing else.
 * @public
 */
export async function assessCluster(
  options: AssessClusterOptions,
): Promise<ControllerCompatibility[]> {
  const { cluster, knowledge, asked } = options;
  const found = findRunning(options);
  const history = await fieldHistory(knowledge);
  const objects = objectsInUse({ cluster, running: found, asked });
  const results: ControllerCompatibility[] = [];
  const releases = new Map<RunningController, Release | undefined>();
  for (const running of found) {
    releases.set(running, await releaseOf(running, knowledge));
  }
  const all = found.map(running => withGates(running, releases.get(running)));
  for (const [index, running] of all.entries()) {
    const release = releases.get(found[index]);
    results.push(
      assessController({
        options,
        input: {
          now: options.now,
          cluster,
          running,
          all,
          ...(running.version !== undefined && {
            standing: standingOf(running.version, knowledge.releases),
          }),
          ...(release && { release }),
          history,
          podStarts: podStartsOf(running, cluster),
          knowledge,
          objects: servedBy(running, objects),
          ...(options.eks && { eks: options.eks }),
          resources: options.resources,
        },
      }),
    );
  }
  return results;
}

/** Only a release, or what was rebuilt of one, is compared with what is known. */
async function releaseOf(
  { version }: RunningController,
  knowledge: Knowledge,
): Promise<Release | undefined> {
  const standing =
    version === undefined ? undefined : standingOf(version, knowledge.releases);
  return standing?.standing === 'known' || standing?.standing === 'rebuild'
    ? knowledge.load(standing.release.version)
    : undefined;
}

function withGates(
  running: RunningController,
  release: Release | undefined,
): RunningController {
  const gates = gatesInEffect({
    defaults: release?.gates,
    flags: running.flags,
  });
  return gates ? { ...running, gates } : running;
}

/** Objects that a controller serves, or that it might. */
function servedBy(
  { kind }: RunningController,
  objects: readonly ObjectInUse[],
): ObjectInUse[] {
  return objects.filter(({ claim }) =>
    kind === 'eks-auto-mode'
      ? claim?.by === 'eks-auto-mode'
      : claim?.by !== 'eks-auto-mode',
  );
}

function assessController(given: {
  options: AssessClusterOptions;
  input: AxisInput;
}): ControllerCompatibility {
  const { options, input } = given;
  const { cluster, running, release, history, knowledge, objects } = input;
  const features: FeatureInUse[] =
    running.kind === 'eks-auto-mode'
      ? []
      : featuresInUse({
          objects,
          features: knowledge.features,
          ...(release && { release }),
          history,
        });
  const axes = [
    controllerAxis(input),
    kubernetesAxis(input),
    crdsAxis(input),
    gatewayApiAxis(input),
    options.iam({ controller: running, ...(release && { release }) }),
    rbacAxis(input),
    webhooksAxis(input),
    objectsAxis(input, features),
    resourcesAxis(input),
    claimsAxis(input),
  ];
  const status = worstOf(axes.map(axis => axis.status));
  const minor = minorOf(cluster.version);
  const behind =
    running.kind === 'deployment'
      ? behindOf(knowledge.releases, release?.version)
      : undefined;
  const [oldest] = axes.flatMap(({ observedAt }) => observedAt ?? []).sort();
  return {
    controller: running,
    status,
    because: verdictOf({ input, axes, status, behind: behind?.releases }),
    axes,
    ladder:
      running.kind === 'deployment'
        ? ladderOf({
            releases: knowledge.releases,
            ...(release && { current: release.version }),
            ...(minor !== undefined && { minor }),
          })
        : [],
    ...(behind && { behind }),
    ...(minor !== undefined && {
      kubernetes: {
        version: minor,
        gitVersion: cluster.version ?? '',
        ...(options.eks?.support && { support: options.eks.support }),
      },
    }),
    features,
    observedAt: oldest ?? running.observedAt,
  };
}

/** The verdict: the worst axis speaks, and how far behind it is. */
function verdictOf(given: {
  input: AxisInput;
  axes: readonly CompatibilityAxis[];
  status: CompatibilityStatus;
  behind: number | undefined;
}): Message {
  const { input, axes, status, behind = 0 } = given;
  const { running } = input;
  if (running.kind === 'eks-auto-mode') {
    return message('compatibility.verdict-auto-mode', {
      cluster: running.cluster,
    });
  }
  const of = (wanted: CompatibilityStatus) =>
    axes.filter(axis => axis.status === wanted).map(({ axis }) => axis);
  const params = {
    ...nameOf(running),
    version: running.version ?? '',
    behind,
    fails: of('fail'),
    warns: of('warn'),
    unknowns: of('unknown'),
  };
  if (running.version === undefined) {
    return message('compatibility.verdict-no-version', params);
  }
  if (!input.release) {
    return message('compatibility.verdict-unknown-release', params);
  }
  switch (status) {
    case 'fail':
      return message('compatibility.verdict-fail', params);
    case 'unknown':
      return message(
        params.warns.length > 0
          ? 'compatibility.verdict-unknown-and-warn'
          : 'compatibility.verdict-unknown',
        params,
      );
    case 'warn':
      return message(
        behind > 0
          ? 'compatibility.verdict-warn'
          : 'compatibility.verdict-warn-newest',
        params,
      );
    default:
      return behind > 0
        ? message('compatibility.verdict-pass-behind', params)
        : message('compatibility.verdict-pass', params);
  }
}
