import { Truth, TruthStep, TruthSubject } from '../worlds';
import { FleetPlan, StackPlan } from './plan';

/** What is true in a generated fleet, in the form of the recordings' truth. */
export function fleetTruth(
  plan: FleetPlan,
  options: { name: string; steps: string[] },
): Truth {
  const [first] = plan.clusters;
  // The change of the second step changes nobody's state.
  const step = fleetStep(plan, options.steps[0]);
  return {
    scenario: options.name,
    controllerVersion: first.release,
    clusters: plan.clusters.map(cluster => cluster.name),
    steps: options.steps.map(name => ({ ...step, step: name })),
  };
}

function fleetStep({ clusters, scopes }: FleetPlan, name: string): TruthStep {
  const stacks = clusters.flatMap(cluster => cluster.stacks);
  return {
    step: name,
    subjects: [
      ...scopes.flatMap(scope =>
        scope.foreign.map(
          ({ loadBalancer }): TruthSubject => ({
            loadBalancer: loadBalancer.name,
            arn: loadBalancer.arn,
            clusterTag: null,
            owners: [],
            controller: 'unknown',
            state: 'foreign',
            facets: {},
          }),
        ),
      ),
      ...stacks.map(stackSubject),
    ],
    targetBindings: stacks.flatMap(stack =>
      stack.backends.map(({ workload, targetGroup }) => ({
        namespace: workload.namespace,
        name: targetGroup.name,
        targetGroup: targetGroup.name,
        state: stack.cluster.attended ? 'bound' : 'unattended',
      })),
    ),
  };
}

function stackSubject(stack: StackPlan): TruthSubject {
  const { loadBalancer, cluster, owners, fate } = stack;
  return {
    loadBalancer: loadBalancer.name,
    arn: loadBalancer.arn,
    clusterTag: cluster.name,
    owners: owners.map(({ kind, namespace, name }) => ({
      kind,
      namespace,
      name,
      exists: fate !== 'ownerless',
    })),
    controller: cluster.attended ? 'alive' : 'gone',
    state: stateOf(stack),
    facets: { attended: cluster.attended ? 'controller' : 'nobody' },
  };
}

/** First match wins, as in the states' own order. */
function stateOf({ fate, cluster }: StackPlan): string {
  if (fate === 'deleted') {
    return 'stuck-deleting';
  }
  if (fate === 'ownerless') {
    return 'orphaned';
  }
  if (!cluster.attended) {
    return 'unattended';
  }
  return fate === 'unhealthy' ? 'degraded' : 'in-service';
}
