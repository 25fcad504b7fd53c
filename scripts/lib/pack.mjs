// The plugins as they would be published: types, builds, and `yarn pack`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { madeFrom } from './fingerprint.mjs';
import { dataDir, root } from './paths.mjs';
import { yarnCommand } from './yarn.mjs';

const require = createRequire(import.meta.url);

/** Where the tarballs are. */
export const tarballDir = join(dataDir, 'tarballs');

/** The folders of what is published. */
export function published() {
  return readdirSync(resolve(root, 'plugins'))
    .map(name => ({ name, dir: resolve(root, 'plugins', name) }))
    .filter(({ dir }) => {
      try {
        return !JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'))
          .private;
      } catch {
        return false;
      }
    });
}

/** Makes a tarball of each plugin, unless they are current. */
export async function pack() {
  const packages = published();
  const made = madeFrom({
    name: 'tarballs',
    inputs: ['plugins', 'packages/sandbox/src', 'tsconfig.json', 'yarn.lock'],
    outputs: packages.map(({ name }) => join(tarballDir, `${name}.tgz`)),
  });
  if (made.current) {
    return;
  }
  mkdirSync(tarballDir, { recursive: true });
  await node(root, require.resolve('typescript/bin/tsc'));
  for (const { dir } of packages) {
    await node(
      dir,
      require.resolve('@backstage/cli/bin/backstage-cli'),
      'package',
      'build',
    );
  }
  for (const { name, dir } of packages) {
    const [command, args] = yarnCommand([
      'pack',
      '--out',
      join(tarballDir, `${name}.tgz`),
    ]);
    await run(dir, command, args);
  }
  made.mark();
}

const node = (cwd, ...args) => run(cwd, process.execPath, args);

async function run(cwd, command, args) {
  const child = spawn(command, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', text => (output += text));
  }
  const [code] = await once(child, 'close');
  if (code !== 0) {
    throw new Error(
      `"${[command, ...args].join(
        ' ',
      )}" in ${cwd} ended with ${code}:\n${output}`,
    );
  }
}
