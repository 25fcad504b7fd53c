import { Subject } from '../../inventory';
import { WithoutRows } from '../../lifecycle/orphan/rows';
import { renderMessage } from '../../messages';
import { Portal, Word } from './Portal';
import { Hold, regionOf } from './Reality';
import { World } from './World';
import { FOREVER, isAt, timeOf } from './time';
import { STALE_MINUTES } from './sweeps';

/** What one world came to. */
export interface Outcome {
  /** Called orphaned while somebody needs it, or while it is not there. */
  falseOrphans: string[];
  /** The same, `inferred`, where no observer could have told. */
  unknowable: string[];
  /** Of a settled world: states that are not what they must be. */
  wrongStates: string[];
  panic?: string;
}

function arnOf({ loadBalancer, securityGroup, targetGroups, kind }: Subject) {
  return (
    loadBalancer?.arn ??
    securityGroup?.arn ??
    (kind === 'target-group' ? targetGroups[0]?.arn : undefined)
  );
}

/** When AWS was last asked for what is in the Region of an ARN. */
function attemptAt({ scopeAttempts }: Word, arn: string): number {
  return scopeAttempts.get(regionOf(arn)) ?? -1;
}

/** Whether a need was there when the sources were read, and still is. */
function isNeeded(
  world: World,
  word: Word,
  hold: Hold,
  born: number,
  portal?: string,
): boolean {
  if (!isAt(hold, word.minute)) {
    return false;
  }
  const clusterRead =
    portal === undefined ? FOREVER : word.clusterReads.get(portal) ?? FOREVER;
  const lag = world.scopeBreaks.some(({ how }) => how === 'stale')
    ? STALE_MINUTES
    : 0;
  const read = Math.min(clusterRead, attemptAt(word, hold.arn) - lag);
  // One that is younger than what was read of its cluster can't be judged by that.
  return hold.from <= read || born > clusterRead;
}

/**
 * Whether no observer could tell that it is needed (DESIGN §5, last sentence):
 * by clusters alone that nobody here sees, under the name and in the VPC of one
 * that is seen and older than it, or that was retired or deleted after it was
 * made, with nothing healthy (and, in the latter case, nothing moving).
 */
function isUnknowable(
  world: World,
  word: Word,
  arn: string,
  needs: Hold[],
  portal: string | undefined,
): boolean {
  const { reality, retired } = world;
  const made = reality.loadBalancers.find(each => each.arn === arn);
  const seen = world.portal.flatMap(({ name, leadsTo, leavesAt }) =>
    leadsTo
      // What a name led to when it was read, not what it leads to by now.
      .filter(each => isAt(each, word.clusterReads.get(name) ?? -FOREVER))
      .filter(() => (leavesAt ?? FOREVER) > word.minute)
      .map(({ cluster }) => cluster)
      // One that has, or had, a load balancer of its own is bound to its name.
      .filter(cluster =>
        reality.holds.some(
          ({ by, from }) => by === cluster && from <= word.minute,
        ),
      ),
  );
  // EKS, too, says that a cluster is gone, and not that there was another one.
  const gone = reality.clusters.filter(
    ({ goneAt }) => goneAt !== undefined && goneAt <= word.minute,
  );
  const namesakes = needs
    .map(({ by }) => by)
    .flatMap(by => (typeof by === 'string' ? [] : [by]));
  if (!made || namesakes.length < needs.length) {
    return false;
  }
  const groups = reality.targetGroups.filter(({ body }) =>
    body.loadBalancerArns.includes(arn),
  );
  const still = reality.targets
    .filter(each => groups.some(group => group.arn === each.arn))
    .every(each => {
      const now = each.at(word.minute);
      return (
        now.every(({ state }) => state !== 'healthy') &&
        // Whose unhealthy targets come and go can't be told where a cluster is seen.
        (portal !== undefined || each.at(word.minute - 2)[0]?.id === now[0]?.id)
      );
    });
  return (
    still &&
    namesakes.every(
      other =>
        !seen.includes(other) &&
        (seen.some(
          ({ tag, vpcId, region, createdAt }) =>
            tag === other.tag &&
            vpcId === other.vpcId &&
            region === other.region &&
            createdAt < made.from,
        ) ||
          gone.some(
            ({ tag, vpcId, region, goneAt }) =>
              tag === other.tag &&
              vpcId === other.vpcId &&
              region === other.region &&
              made.from <= (goneAt ?? FOREVER),
          ) ||
          retired.some(
            ({ clusterTag, vpcId, region, at }) =>
              clusterTag === other.tag &&
              vpcId === other.vpcId &&
              region === other.region &&
              timeOf(made.from) <= at,
          )),
    )
  );
}

function checkOrphan(
  world: World,
  word: Word,
  each: Word['subjects'][number],
  outcome: Outcome,
): void {
  const { subject, portal } = each;
  const arn = arnOf(subject);
  if (subject.state !== 'orphaned' || arn === undefined) {
    return;
  }
  const { reality } = world;
  const said = `${subject.grade} at minute ${word.minute}: ${arn}`;
  const made = [...reality.loadBalancers, ...reality.securityGroups].find(
    resource => resource.arn === arn,
  );
  if (made && made.to <= attemptAt(word, arn)) {
    outcome.falseOrphans.push(`gone, ${said}`);
    return;
  }
  const needs = reality.holds.filter(
    hold =>
      hold.arn === arn &&
      isNeeded(world, word, hold, made?.from ?? -FOREVER, portal),
  );
  if (needs.length === 0) {
    return;
  }
  const unknowable =
    subject.grade === 'inferred' &&
    isUnknowable(world, word, arn, needs, portal);
  (unknowable ? outcome.unknowable : outcome.falseOrphans).push(said);
}

function keysOf({ subject, portal }: Word['subjects'][number]): string[] {
  return [
    ...(subject.loadBalancer ? [subject.loadBalancer.arn] : []),
    ...(subject.kind === 'owner'
      ? subject.owners.map(
          ({ kind, namespace, name }) =>
            `${portal}/${kind}/${namespace}/${name}`,
        )
      : []),
  ];
}

function checkStates(world: World, word: Word, outcome: Outcome): void {
  const { subjects: expected, targetBindings } = world.expected ?? {};
  const states = new Map(
    word.subjects.flatMap(each =>
      keysOf(each).map(key => [key, each.subject.state] as const),
    ),
  );
  for (const [key, state] of expected ?? []) {
    if (states.get(key) !== state) {
      outcome.wrongStates.push(
        `${key} is ${states.get(key) ?? 'not there'}, not ${state}`,
      );
    }
  }
  const bindings = new Map(
    word.targetBindings.map(({ cluster, namespace, name, state }) => [
      `${cluster}/${namespace}/${name}`,
      state,
    ]),
  );
  for (const [key, state] of targetBindings ?? []) {
    if (bindings.get(key) !== state) {
      outcome.wrongStates.push(
        `binding ${key} is ${bindings.get(key) ?? 'not there'}, not ${state}`,
      );
    }
  }
}

function say(subject: Subject): void {
  const messages = [
    subject.because,
    subject.traffic,
    subject.ifYouDeploy,
    ...subject.whatHappens,
    ...(subject.wouldDecide ?? []),
  ];
  for (const each of messages) {
    if (renderMessage(each) === '') {
      throw new Error(`${each.code} says nothing`);
    }
  }
}

/** Watches a world through the portal, and holds what is said against the truth. */
export function judgeWorld(world: World, without: WithoutRows): Outcome {
  const outcome: Outcome = {
    falseOrphans: [],
    unknowable: [],
    wrongStates: [],
  };
  try {
    let last: Word | undefined;
    for (const word of new Portal(world, without).watch()) {
      for (const each of word.subjects) {
        checkOrphan(world, word, each, outcome);
      }
      last = word;
    }
    if (last) {
      checkStates(world, last, outcome);
      last.subjects.forEach(({ subject }) => say(subject));
    }
  } catch (error) {
    outcome.panic = error instanceof Error ? error.stack : String(error);
  }
  return outcome;
}
