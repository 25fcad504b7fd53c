import { AwsScopeFiles, Truth, World, WorldStep } from '../worlds';
import { awsFiles } from './aws';
import { clusterFiles } from './cluster';
import { RecentAnswers } from './LazyFiles';
import { MakeContext } from './objects';
import { FleetPlan } from './plan';
import { planFleet } from './planFleet';
import { Ids } from './random';
import { Size } from './sizes';
import { CHANGED_AT, RECORDED_AT, seconds } from './time';
import { fleetTruth } from './truth';

/** Options of {@link generate}. */
export interface GenerateOptions {
  size: Size;
  /** The same seed gives the same fleet. */
  seed: number;
}

const STEPS = [
  { name: '01-generated', at: RECORDED_AT, changed: false },
  { name: '02-one-changed', at: CHANGED_AT, changed: true },
];

/**
 * Generates a fleet in the recordings' shapes: a realistic mix, as large as
 * asked for. Only a plan of it is held in memory; answers are made when they
 * are asked for.
 */
export function generate(options: GenerateOptions): World {
  const { size, seed } = options;
  const name = `generated-${size}-${seed}`;
  const plan = planFleet(options);
  const recent = new RecentAnswers();
  const ids = new Ids(seed);
  let truth: Truth | undefined;
  return {
    name,
    title: `a generated fleet of size ${size} (seed ${seed})`,
    steps: STEPS.map(step => generateStep({ plan, recent, ids, step })),
    get truth() {
      truth =
        truth ??
        fleetTruth(plan, { name, steps: STEPS.map(each => each.name) });
      return truth;
    },
  };
}

function generateStep(options: {
  plan: FleetPlan;
  recent: RecentAnswers;
  ids: Ids;
  step: (typeof STEPS)[number];
}): WorldStep {
  const { plan, recent, ids, step } = options;
  const context: MakeContext = { ids, changed: step.changed, at: step.at };
  const [main, ...others] = plan.scopes.map(
    (scope): AwsScopeFiles => ({
      accountId: scope.accountId,
      region: scope.region,
      vpcId: scope.vpcId,
      aws: awsFiles({ scope, clusters: plan.clusters, context }),
    }),
  );
  return {
    ...main,
    otherScopes: others.length > 0 ? others : undefined,
    name: step.name,
    description: step.changed
      ? 'One Ingress was changed: its idle timeout.'
      : undefined,
    recordedAt: seconds(step.at),
    controllerVersion: plan.clusters[0].release,
    clusters: new Map(
      plan.clusters.map(cluster => [
        cluster.name,
        clusterFiles({ cluster, step: step.name, context, recent }),
      ]),
    ),
  };
}
