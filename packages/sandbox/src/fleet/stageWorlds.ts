import { StagedWorld } from '../stage';
import { World, clusterNames } from '../worlds';
import { FleetWorld } from './options';

/** Puts the worlds of a fleet on stage, each world and cluster under a name of its own. */
export function stageWorlds(
  worlds: FleetWorld[],
  clock: () => number,
): StagedWorld[] {
  if (worlds.length === 0) {
    throw new Error('A fleet needs at least one world');
  }
  const worldNames = new Set<string>();
  const portalNames = new Set<string>();
  // Names that were chosen come first: a default must not take one away.
  for (const { world, clusterName } of worlds) {
    for (const chosen of chosenNames(world, clusterName).values()) {
      if (portalNames.has(chosen)) {
        throw new Error(`Two clusters of the fleet are called "${chosen}"`);
      }
      portalNames.add(chosen);
    }
  }
  const staged = worlds.map(each =>
    StagedWorld.create({
      ...each,
      name: unique(each.name ?? each.world.name, worldNames),
      portalNames: namesOf(each, portalNames),
      clock,
    }),
  );
  refuseTwins(staged);
  return staged;
}

function namesOf(
  { world, clusterName }: FleetWorld,
  taken: Set<string>,
): Map<string, string> {
  const chosen = chosenNames(world, clusterName);
  return new Map(
    clusterNames(world).map(recorded => [
      recorded,
      chosen.get(recorded) ?? unique(recorded, taken),
    ]),
  );
}

function chosenNames(
  world: World,
  clusterName: FleetWorld['clusterName'],
): Map<string, string> {
  const recorded = clusterNames(world);
  if (clusterName === undefined) {
    return new Map();
  }
  if (typeof clusterName === 'string') {
    return new Map(
      recorded.map(name => [
        name,
        recorded.length === 1 ? clusterName : `${clusterName}-${name}`,
      ]),
    );
  }
  const unknown = Object.keys(clusterName).find(
    name => !recorded.includes(name),
  );
  if (unknown !== undefined) {
    throw new Error(
      `"${world.name}" has no cluster "${unknown}"; it has ${recorded.join(
        ', ',
      )}`,
    );
  }
  return new Map(Object.entries(clusterName));
}

function unique(name: string, taken: Set<string>): string {
  let candidate = name;
  for (let number = 2; taken.has(candidate); number++) {
    candidate = `${name}-${number}`;
  }
  taken.add(candidate);
  return candidate;
}

/** ARNs are unique in AWS: the same recording cannot be twice in one account and Region. */
function refuseTwins(staged: StagedWorld[]) {
  const seen = new Map<string, StagedWorld>();
  for (const world of staged) {
    for (const { accountId, region } of world.allScopes()) {
      const key = `${accountId}/${region}/${world.world.name}`;
      const other = seen.get(key);
      if (other && other !== world) {
        throw new Error(
          `"${other.name}" and "${world.name}" are the same recording in account ${accountId}, ${region}, ` +
            'so they hold the same ARNs; give one of them another accountId or region',
        );
      }
      seen.set(key, world);
    }
  }
}
