import type { TruthStep } from 'lbc-sandbox';
import type { ReplayedStep, ReplayedSubject } from './steps';

/**
 * Where a step and its truth differ, a sentence each. Facets are compared as
 * far as the truth is sure of them; drift is not examined yet.
 */
export function disagreements(step: ReplayedStep, truth: TruthStep): string[] {
  return [...subjects(step, truth), ...targetBindings(step, truth)];
}

type TruthSubject = TruthStep['subjects'][number];

function subjects(step: ReplayedStep, truth: TruthStep): string[] {
  const found = [...step.subjects];
  const sentences: string[] = [];
  for (const expected of truth.subjects) {
    const index = found.findIndex(each => isSame(each, expected));
    const name = nameOf(expected);
    if (index < 0) {
      if (!expected.optional) {
        sentences.push(`${name} is not shown; it is ${expected.state}`);
      }
      continue;
    }
    const [subject] = found.splice(index, 1);
    sentences.push(
      ...differences(subject, expected).map(text => `${name}: ${text}`),
    );
  }
  return [
    ...sentences,
    ...found.map(
      each => `${nameOf(each)} is shown as ${each.state}; it is not there`,
    ),
  ];
}

function isSame(subject: ReplayedSubject, truth: TruthSubject): boolean {
  if (truth.arn || subject.arn) {
    return subject.arn === (truth.arn ?? null);
  }
  const owners = (each: { owners: ReadonlyArray<Owner> }) =>
    each.owners.map(keyOf).sort().join();
  return owners(subject) === owners(truth);
}

type Owner = {
  kind: string;
  namespace?: string;
  name: string;
  exists: boolean;
};

function keyOf({ kind, namespace, name, exists }: Owner): string {
  return `${kind} ${namespace}/${name}${exists ? '' : ' (gone)'}`;
}

function nameOf(subject: {
  loadBalancer?: string | null;
  owners: ReadonlyArray<Owner>;
}): string {
  return subject.loadBalancer ?? subject.owners.map(keyOf).join(', ');
}

function differences(found: ReplayedSubject, truth: TruthSubject): string[] {
  const pairs: Array<[string, unknown, unknown]> = [
    ['state', found.state, truth.state],
    ['loadBalancer', found.loadBalancer, truth.loadBalancer ?? null],
    ['clusterTag', found.clusterTag, truth.clusterTag ?? null],
    [
      'owners',
      found.owners.map(keyOf).sort().join(', '),
      truth.owners.map(keyOf).sort().join(', '),
    ],
  ];
  if (truth.controller !== undefined) {
    pairs.push(['controller', found.controller, truth.controller]);
  }
  pairs.push(...ownerStates(found, truth), ...facets(found, truth));
  return pairs
    .filter(([, is, shouldBe]) =>
      Array.isArray(shouldBe) ? !shouldBe.includes(is) : is !== shouldBe,
    )
    .map(([what, is, shouldBe]) => {
      const wanted = Array.isArray(shouldBe) ? shouldBe.join(' or ') : shouldBe;
      return `${what} is ${is || 'none'}; the truth is ${wanted || 'none'}`;
    });
}

/** States of owners that the truth gives one of their own. */
function ownerStates(
  found: ReplayedSubject,
  truth: TruthSubject,
): Array<[string, unknown, unknown]> {
  return truth.owners.flatMap(owner => {
    const same = found.owners.find(each => keyOf(each) === keyOf(owner));
    return same && 'state' in owner
      ? [[`state of ${keyOf(owner)}`, same.state, owner.state]]
      : [];
  });
}

function facets(
  found: ReplayedSubject,
  truth: TruthSubject,
): Array<[string, unknown, unknown]> {
  const { facets: sure } = truth;
  if (typeof sure !== 'object' || sure === null) {
    return [];
  }
  const { attended, serving } = sure as Record<string, unknown>;
  return [
    ...(attended === undefined
      ? []
      : [
          ['attended', found.facets.attended, attended] as [
            string,
            unknown,
            unknown,
          ],
        ]),
    // Without a load balancer, whether it serves is a matter of words.
    ...(serving === undefined || !truth.arn
      ? []
      : [
          ['serving', found.facets.serving, serving] as [
            string,
            unknown,
            unknown,
          ],
        ]),
  ];
}

function targetBindings(step: ReplayedStep, truth: TruthStep): string[] {
  const text = (each: {
    namespace: string;
    name: string;
    targetGroup?: string | null;
  }) => `${each.namespace}/${each.name} → ${each.targetGroup ?? 'nothing'}`;
  const found = new Map(
    step.targetBindings.map(each => [text(each), each.state]),
  );
  const sentences: string[] = [];
  for (const each of truth.targetBindings) {
    const state = found.get(text(each));
    const wanted = (
      Array.isArray(each.state) ? each.state : [each.state]
    ) as unknown[];
    if (state === undefined) {
      sentences.push(`The target binding ${text(each)} is not shown`);
    } else if (!wanted.includes(state)) {
      sentences.push(
        `The target binding ${text(
          each,
        )} is ${state}; the truth is ${wanted.join(' or ')}`,
      );
    }
    found.delete(text(each));
  }
  for (const [binding, state] of found) {
    sentences.push(
      `The target binding ${binding} is shown as ${state}; it is not there`,
    );
  }
  return sentences;
}
