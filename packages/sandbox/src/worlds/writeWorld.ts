import { mkdirSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { Files, World } from './model';

/** Writes a world as a folder in the recordings' layout: the way back from an archive. */
export function writeWorld(world: World, dir: string): void {
  const root = join(dir, world.name);
  if (world.truth) {
    writeJson(join(root, 'truth.json'), world.truth);
  }
  if (world.readme) {
    write(join(root, 'README.md'), world.readme);
  }
  for (const step of world.steps) {
    const stepDir = join(root, step.name);
    writeJson(join(stepDir, 'step.json'), {
      scenario: world.name,
      step: step.name,
      recordedAt: step.recordedAt,
      recordedAtByFolder: step.recordedAtByFolder,
      region: step.region,
      accountId: step.accountId,
      vpcId: step.vpcId,
      controllerVersion: step.controllerVersion,
    });
    for (const cluster of step.clusters.values()) {
      writeFiles(join(stepDir, cluster.folder), cluster.files);
    }
    writeFiles(join(stepDir, 'aws'), step.aws);
  }
}

function writeFiles(dir: string, files: Files) {
  for (const path of files.keys()) {
    writeJson(join(dir, `${path}.json`), files.get(path));
  }
}

function writeJson(file: string, value: unknown) {
  write(file, `${JSON.stringify(value, null, 1)}\n`);
}

function write(file: string, text: string) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
