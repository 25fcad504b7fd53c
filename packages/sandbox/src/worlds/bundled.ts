import { existsSync, readFileSync, readdirSync } from 'fs';
import { dirname, join } from 'path';
import { JsonValue } from '../json';
import { unpackFiles, unpackWorld } from './archive';
import { World } from './model';

/** Found by the package's name: it is the same from `src`, `dist` and a deployed backend. */
const WORLDS_DIR = join(
  dirname(require.resolve('lbc-sandbox/package.json')),
  'worlds',
);
const ENDING = '.json.gz';

/** Archives that are no worlds, by what they hold. */
export const CLUSTER_ARCHIVE = '_cluster';
export const PLANS_ARCHIVE = '_plans';

/** The file name of an archive. */
export function archiveFile(name: string): string {
  return `${name}${ENDING}`;
}

/** The names of the worlds that come with this package. */
export function bundledWorlds(): string[] {
  return readdirSync(WORLDS_DIR)
    .filter(file => file.endsWith(ENDING) && !file.startsWith('_'))
    .map(file => file.slice(0, -ENDING.length))
    .sort();
}

/** Loads one of the {@link bundledWorlds}. */
export function loadBundledWorld(name: string): World {
  const file = join(WORLDS_DIR, archiveFile(name));
  if (name.startsWith('_') || !existsSync(file)) {
    throw new Error(
      `There is no bundled world "${name}"; there are ${bundledWorlds().join(
        ', ',
      )}`,
    );
  }
  return unpackWorld(readFileSync(file));
}

/**
 * What the controller builds from each of many specs, by the plan's name;
 * `_environment` says what they were built in.
 */
export function loadBundledPlans(): Record<string, JsonValue> {
  return Object.fromEntries(readArchive(PLANS_ARCHIVE));
}

let clusterFiles: Map<string, JsonValue> | undefined;

/** What every recorded cluster has besides: discovery and the chart's RBAC objects. */
export function loadClusterFiles(): Map<string, JsonValue> {
  clusterFiles = clusterFiles ?? readArchive(CLUSTER_ARCHIVE);
  return clusterFiles;
}

function readArchive(name: string): Map<string, JsonValue> {
  return unpackFiles(readFileSync(join(WORLDS_DIR, archiveFile(name))));
}
