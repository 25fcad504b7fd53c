// The processes of the portal.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { root } from './paths.mjs';
import { startNode } from './processes.mjs';
import { typescriptArgs } from './typescript.mjs';

const require = createRequire(import.meta.url);

const asArgs = configs => configs.flatMap(file => ['--config', file]);

/** The backend, from its sources. */
export function startBackend({ entry, configs, env, onLine }) {
  return startNode({
    name: 'backend',
    args: ['--no-node-snapshot', ...typescriptArgs, entry, ...asArgs(configs)],
    cwd: resolve(root, 'packages/backend'),
    env: { NODE_ENV: 'development', ...env },
    onLine,
  });
}

/** The app, from its sources, with hot reload. */
export function startApp({ app, configs, env, onLine }) {
  return startNode({
    name: 'app',
    args: [
      require.resolve('@backstage/cli/bin/backstage-cli'),
      'package',
      'start',
      ...asArgs(configs),
    ],
    cwd: resolve(root, 'packages', app),
    env: { NODE_ENV: 'development', BROWSER: 'none', ...env },
    onLine,
  });
}
