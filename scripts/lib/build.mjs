// Building an app, if its sources have changed since the last time.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { madeFrom } from './fingerprint.mjs';
import { root } from './paths.mjs';

const require = createRequire(import.meta.url);

/** What an app's bundle is made of, beside node_modules. */
const inputsOf = app => [
  `packages/${app}/src`,
  `packages/${app}/public`,
  `packages/${app}/package.json`,
  'plugins/lbc/src',
  'plugins/lbc/package.json',
  'plugins/lbc-backend/config.d.ts',
  'plugins/lbc-common/src',
  'plugins/lbc-common/package.json',
  'app-config.yaml',
  'yarn.lock',
];

/** Builds packages/<app> into its dist, unless that is current. */
export async function buildApp(app, { stdio = 'inherit' } = {}) {
  const cwd = resolve(root, 'packages', app);
  const made = madeFrom({
    name: app,
    inputs: inputsOf(app),
    outputs: [join(cwd, 'dist/index.html')],
  });
  if (made.current) {
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
    {
      cwd,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', stdio, 'ipc'],
    },
  );
  const [code] = await once(child, 'close');
  if (code !== 0) {
    throw new Error(`packages/${app} did not build; the lines above say why.`);
  }
  made.mark();
}
