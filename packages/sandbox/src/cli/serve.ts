import { demoFleet } from '../demo';
import { Fleet, FleetWorld } from '../fleet';
import { SIZES, Size, generate } from '../generate';
import { withRoles } from '../roles';
import { World, loadBundledWorld, loadWorlds } from '../worlds';
import { Io, UsageError } from './io';

/** Options of {@link serve}. */
export interface ServeOptions {
  worldsDir?: string;
  /** Bundled worlds by name. */
  worlds?: string[];
  generate?: string;
  seed?: string;
  kubernetesPort?: string;
  awsPort?: string;
  controlPort?: string;
  stateDir: string;
}

const DEFAULT_PORTS = { kubernetes: 7443, aws: 7466, control: 7470 };

/** Starts a fleet and says how to use it; whoever starts it stops it. */
export async function serve(options: ServeOptions, io: Io): Promise<Fleet> {
  const fleet = await Fleet.start({
    worlds: worldsOf(options),
    ports: {
      kubernetes: port(options.kubernetesPort, DEFAULT_PORTS.kubernetes),
      aws: port(options.awsPort, DEFAULT_PORTS.aws),
      control: port(options.controlPort, DEFAULT_PORTS.control),
    },
    stateDir: options.stateDir,
  });
  io.out(`Kubernetes  ${fleet.kubernetesUrl}/clusters/<name>`);
  io.out(`AWS         ${fleet.aws.endpoint}`);
  io.out(`Control     ${fleet.controlUrl}/`);
  io.out('');
  for (const { name, world } of fleet.clusters) {
    io.out(`Cluster ${name}: ${world}, at ${fleet.currentStep(world)}`);
  }
  for (const { accountId, regions } of fleet.aws.accounts) {
    io.out(`Account ${accountId}: ${regions.join(', ') || 'no Region'}`);
  }
  io.out('');
  io.out(`CA and tokens are in ${options.stateDir}. Stop with Ctrl+C.`);
  return fleet;
}

function worldsOf(options: ServeOptions): FleetWorld[] {
  const { worldsDir, worlds = [], generate: size } = options;
  const chosen: FleetWorld[] = [
    ...(worldsDir === undefined ? [] : loadWorlds(worldsDir)),
    ...worlds.map(bundled),
    ...(size === undefined
      ? []
      : [generate({ size: sizeOf(size), seed: seedOf(options.seed) })]),
  ].map(world => ({ world }));
  return chosen.length > 0 ? chosen : demoFleet();
}

/** The action that the world `iam-missing` is about: denied at its second step. */
const DENIED = 'elasticloadbalancing:DescribeListenerAttributes';

/** A bundled world, with the roles that nobody recorded. */
function bundled(name: string): World {
  return withRoles(loadBundledWorld(name), {
    without: step =>
      name === 'iam-missing' && step.name.endsWith('action-denied')
        ? [DENIED]
        : [],
  });
}

function sizeOf(text: string): Size {
  const size = SIZES.find(each => each === text);
  if (!size) {
    throw new UsageError(
      `--generate takes one of ${SIZES.join(', ')}, not "${text}".`,
    );
  }
  return size;
}

function seedOf(text = '1'): number {
  const seed = Number(text);
  if (!Number.isInteger(seed)) {
    throw new UsageError(`--seed takes a whole number, not "${text}".`);
  }
  return seed;
}

function port(text: string | undefined, fallback: number): number {
  const number = text === undefined ? fallback : Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65535) {
    throw new UsageError(`"${text}" is not a port.`);
  }
  return number;
}
