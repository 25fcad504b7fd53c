// Whether something was made from the sources as they are now.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { dataDir, root } from './paths.mjs';

const NO_SOURCE = ['node_modules', 'dist', 'dist-types'];
const stampFile = name => join(dataDir, `made-${name}`);

/**
 * Whether the outputs exist and were made from these inputs. `mark` notes that
 * they were made from the inputs as they are at this call.
 */
export function madeFrom({ name, inputs, outputs }) {
  const file = stampFile(name);
  const now = fingerprint(inputs);
  return {
    current:
      outputs.every(existsSync) &&
      existsSync(file) &&
      readFileSync(file, 'utf8') === now,
    mark() {
      mkdirSync(dataDir, { recursive: true });
      writeFileSync(file, now);
    },
  };
}

function fingerprint(inputs) {
  const hash = createHash('sha256');
  const add = path => {
    if (!existsSync(path)) {
      return;
    }
    if (statSync(path).isDirectory()) {
      readdirSync(path)
        .filter(name => !NO_SOURCE.includes(name))
        .sort()
        .forEach(name => add(join(path, name)));
    } else if (!/\.test\.tsx?$/.test(path)) {
      hash.update(path.slice(root.length)).update(readFileSync(path));
    }
  };
  inputs.map(path => resolve(root, path)).forEach(add);
  return hash.digest('hex');
}
