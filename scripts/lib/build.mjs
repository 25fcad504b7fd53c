// Building an app, if its sources have changed since the last time.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { dataDir, root } from './paths.mjs';

const require = createRequire(import.meta.url);

/** What an app's bundle is made of, beside node_modules. */
const inputsOf = app => [
  `packages/${app}/src`,
  `packages/${app}/public`,
  `packages/${app}/package.json`,
  'plugins/lbc/src',
  'plugins/lbc/package.json',
  'plugins/lbc/config.d.ts',
  'plugins/lbc-backend/config.d.ts',
  'plugins/lbc-common/src',
  'plugins/lbc-common/package.json',
  'app-config.yaml',
  'yarn.lock',
];

/** Builds packages/<app> into its dist, unless that is current. */
export async function buildApp(app, { stdio = 'inherit' } = {}) {
  const stampFile = join(dataDir, `built-${app}`);
  const wanted = fingerprint(inputsOf(app).map(path => resolve(root, path)));
  const cwd = resolve(root, 'packages', app);
  if (
    existsSync(join(cwd, 'dist/index.html')) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === wanted
  ) {
    return;
  }
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('./follow-parent.cjs'),
      require.resolve('@backstage/cli/bin/backstage-cli'),
      'package',
      'build',
      '--config',
      resolve(root, 'app-config.yaml'),
    ],
    // The lines about every chunk are of no use to anyone.
    { cwd, stdio: ['ignore', 'ignore', stdio, 'ipc'] },
  );
  const [code] = await once(child, 'close');
  if (code !== 0) {
    throw new Error(`packages/${app} did not build; the lines above say why.`);
  }
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(stampFile, wanted);
}

function fingerprint(paths) {
  const hash = createHash('sha256');
  const add = path => {
    if (!existsSync(path)) {
      return;
    }
    const names = folderOf(path);
    if (names) {
      names.forEach(name => add(join(path, name)));
    } else if (!/\.test\.tsx?$/.test(path)) {
      hash.update(path.slice(root.length)).update(readFileSync(path));
    }
  };
  paths.forEach(add);
  return hash.digest('hex');
}

function folderOf(path) {
  try {
    return readdirSync(path).sort();
  } catch {
    return undefined;
  }
}
