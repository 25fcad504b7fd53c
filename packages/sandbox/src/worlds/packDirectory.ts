import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import { packFiles, packWorld } from './archive';
import { CLUSTER_ARCHIVE, PLANS_ARCHIVE, archiveFile } from './bundled';
import { isRecording, loadWorld, readFiles } from './loadWorld';

/** A packed archive and its size. */
export interface PackedFile {
  name: string;
  file: string;
  bytes: number;
}

/**
 * Packs a folder of recordings: each recording as a world, `_cluster` and
 * `plans` as they are. Running it again writes the same bytes.
 */
export function packDirectory(options: {
  from: string;
  to: string;
}): PackedFile[] {
  const from = resolve(options.from);
  const to = resolve(options.to);
  if (!existsSync(from)) {
    throw new Error(`${from} does not exist`);
  }
  mkdirSync(to, { recursive: true });
  const packed: Array<[string, Buffer]> = [];
  const folders = readdirSync(from, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort();
  for (const folder of folders) {
    const dir = join(from, folder);
    if (isRecording(dir)) {
      packed.push([folder, packWorld(loadWorld(dir))]);
    } else if (folder === '_cluster') {
      packed.push([CLUSTER_ARCHIVE, packFiles(readFiles(dir))]);
    } else if (folder === 'plans') {
      packed.push([PLANS_ARCHIVE, packFiles(readFiles(dir))]);
    }
  }
  if (packed.length === 0) {
    throw new Error(`${from} holds no recordings`);
  }
  return packed.map(([name, bytes]) => {
    const file = join(to, archiveFile(name));
    writeFileSync(file, bytes);
    return { name, file, bytes: bytes.length };
  });
}
