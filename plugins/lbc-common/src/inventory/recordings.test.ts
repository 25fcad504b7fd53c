import { bundledWorlds, loadBundledWorld, TruthStep } from 'lbc-sandbox';
import { Observer, Round } from '../__testUtils__/Observer';

/** The truth of a step and what was found, in one shape. */
function expected(step: TruthStep) {
  return {
    subjects: step.subjects
      .map(subject => ({
        loadBalancer: subject.loadBalancer ?? null,
        arn: subject.arn ?? null,
        clusterTag: subject.clusterTag ?? null,
        owners: subject.owners
          .map(
            ({ kind, namespace, name, exists }) =>
              `${kind} ${namespace}/${name}${exists ? '' : ' (gone)'}`,
          )
          .sort(),
        controller: subject.controller,
        state: subject.state,
      }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    targetBindings: step.targetBindings
      .map(({ namespace, name, targetGroup, state }) => ({
        namespace,
        name,
        targetGroup: targetGroup ?? null,
        state,
      }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  };
}

function foundIn(round: Round) {
  return {
    subjects: round.subjects
      .map(subject => ({
        loadBalancer: subject.loadBalancer?.name ?? null,
        arn: subject.loadBalancer?.arn ?? null,
        clusterTag: subject.clusterTag ?? null,
        owners: subject.owners
          .map(
            ({ kind, namespace, name, exists }) =>
              `${kind} ${namespace}/${name}${exists ? '' : ' (gone)'}`,
          )
          .sort(),
        controller: subject.controller,
        state: subject.state,
      }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    targetBindings: round.targetBindings
      .map(({ namespace, name, targetGroup, state }) => ({
        namespace,
        name,
        targetGroup,
        state,
      }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  };
}

describe.each(bundledWorlds())('recording %s', name => {
  const world = loadBundledWorld(name);
  const observer = new Observer(world);

  // The steps build on each other: an observer remembers.
  it.each(world.steps.map(step => step.name))('%s', stepName => {
    const step = world.steps.find(each => each.name === stepName);
    const truth = world.truth?.steps.find(each => each.step === stepName);
    if (!step || !truth) {
      throw new Error(`${name} has no truth for ${stepName}`);
    }
    const round = observer.watch(step);
    expect(foundIn(round)).toEqual(expected(truth));
    // Facets, where the truth is sure of them. Drift is not examined yet.
    for (const subject of truth.subjects) {
      const found = round.subjects.find(
        each => (each.loadBalancer?.arn ?? null) === (subject.arn ?? null),
      );
      const { attended, serving } = subject.facets as {
        attended?: string;
        serving?: string;
      };
      expect(found?.facets).toMatchObject({
        ...(attended && { attended }),
        ...(serving && subject.arn && { serving }),
      });
    }
  });
});
