import { existsSync, readFileSync, readdirSync, statSync } from 'fs';
import { basename, join, relative, resolve, sep } from 'path';
import { z } from 'zod';
import { JsonValue, parseJson } from '../json';
import { findController } from './controller';
import { ClusterFiles, World, WorldStep } from './model';
import { stepDescriptions, titleOf } from './readme';
import { Truth, truthSchema } from './truth';

const KUBERNETES_FOLDER = /^kubernetes(?:-(.+))?$/;
const DEPLOYMENTS = 'apis/apps/v1/deployments';

/** The layout that a recording must have, as a sentence for error messages. */
const LAYOUT =
  'A recording is a folder of steps, each with a step.json (recordedAt, region, accountId) and ' +
  'at least one of the folders "kubernetes" (or "kubernetes-<cluster>") and "aws".';

const stepSchema = z.looseObject({
  recordedAt: z.iso.datetime({ offset: true }),
  recordedAtByFolder: z
    .record(z.string(), z.iso.datetime({ offset: true }))
    .optional(),
  region: z.string(),
  accountId: z.string(),
  vpcId: z.string().optional(),
  controllerVersion: z.string().optional(),
});

/** Stands for the cluster of the folder `kubernetes` until its name is known. */
const UNNAMED = '';

/** Says whether a folder looks like a recording: it holds at least one step. */
export function isRecording(dir: string): boolean {
  return (
    existsSync(dir) && statSync(dir).isDirectory() && stepDirs(dir).length > 0
  );
}

/**
 * Loads a world from a folder in the recordings' layout.
 *
 * Files may be missing: the fleet answers for them as the real servers would
 * (see the README). A folder in another layout is refused with a sentence.
 */
export function loadWorld(dir: string): World {
  const root = resolve(dir);
  if (!existsSync(root) || !statSync(root).isDirectory()) {
    throw new Error(`${root} is not a folder. ${LAYOUT}`);
  }
  const names = stepDirs(root);
  if (names.length === 0) {
    throw new Error(`${root} holds no steps. ${LAYOUT}`);
  }
  const name = basename(root);
  const truth = readTruth(join(root, 'truth.json'));
  const readme = readText(join(root, 'README.md'));
  const descriptions = readme ? stepDescriptions(readme) : new Map();
  const steps = names.map(stepName =>
    loadStep({
      dir: join(root, stepName),
      name: stepName,
      description: descriptions.get(stepName),
    }),
  );
  nameSingleCluster(steps, truth?.clusters[0], name);
  return {
    name,
    title: readme ? titleOf(readme, name) : undefined,
    steps,
    truth,
    readme,
  };
}

/**
 * Loads a folder that is a recording, or every recording that a folder holds.
 */
export function loadWorlds(dir: string): World[] {
  const root = resolve(dir);
  if (!existsSync(root) || !statSync(root).isDirectory() || isRecording(root)) {
    return [loadWorld(root)];
  }
  const recordings = readdirSync(root, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => join(root, entry.name))
    .filter(isRecording)
    .sort();
  if (recordings.length === 0) {
    throw new Error(`${root} is no recording and holds none. ${LAYOUT}`);
  }
  return recordings.map(loadWorld);
}

function stepDirs(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .filter(name => existsSync(join(root, name, 'step.json')))
    .sort();
}

function loadStep(options: {
  dir: string;
  name: string;
  description?: string;
}): WorldStep {
  const { dir, name, description } = options;
  const file = join(dir, 'step.json');
  const parsed = stepSchema.safeParse(readJson(file));
  if (!parsed.success) {
    throw new Error(
      `${file} is not a step's: ${z.prettifyError(parsed.error)}`,
    );
  }
  const step = parsed.data;
  const folders = readdirSync(dir, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort();
  const clusters = new Map<string, ClusterFiles>();
  for (const folder of folders) {
    const match = KUBERNETES_FOLDER.exec(folder);
    if (match) {
      clusters.set(match[1] ?? UNNAMED, {
        folder,
        files: readFiles(join(dir, folder)),
      });
    }
  }
  if (clusters.size === 0 && !folders.includes('aws')) {
    throw new Error(
      `${dir} has neither a cluster's folder nor AWS'. ${LAYOUT}`,
    );
  }
  return {
    name,
    description,
    recordedAt: step.recordedAt,
    recordedAtByFolder: step.recordedAtByFolder,
    region: step.region,
    accountId: step.accountId,
    vpcId: step.vpcId ?? '',
    controllerVersion: step.controllerVersion,
    clusters,
    aws: readFiles(join(dir, 'aws')),
  };
}

/**
 * Names the cluster of the folder `kubernetes`: the first that the truth
 * names, else what the controller itself calls it, else as the recording.
 * One name for all steps, although a controller may be renamed on the way.
 */
function nameSingleCluster(
  steps: WorldStep[],
  fromTruth: string | undefined,
  fallback: string,
) {
  let name = fromTruth;
  for (const step of steps) {
    const deployments = step.clusters.get(UNNAMED)?.files.get(DEPLOYMENTS);
    if (name === undefined && deployments !== undefined) {
      name = findController(deployments)?.clusterName;
    }
  }
  for (const step of steps) {
    const cluster = step.clusters.get(UNNAMED);
    if (cluster) {
      step.clusters.delete(UNNAMED);
      step.clusters.set(name ?? fallback, cluster);
    }
  }
}

/** Reads every `.json` below a folder, by its path without the ending. */
export function readFiles(dir: string): Map<string, JsonValue> {
  const files = new Map<string, JsonValue>();
  if (!existsSync(dir)) {
    return files;
  }
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter(entry => entry.isFile() && entry.name.endsWith('.json'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  for (const path of paths) {
    const key = relative(dir, path)
      .split(sep)
      .join('/')
      .replace(/\.json$/, '');
    files.set(key, readJson(path));
  }
  return files;
}

function readTruth(file: string): Truth | undefined {
  if (!existsSync(file)) {
    return undefined;
  }
  const parsed = truthSchema.safeParse(readJson(file));
  if (!parsed.success) {
    throw new Error(`${file} is not a truth: ${z.prettifyError(parsed.error)}`);
  }
  return parsed.data;
}

function readText(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function readJson(file: string): JsonValue {
  try {
    return parseJson(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} cannot be read as JSON: ${reason}`);
  }
}
