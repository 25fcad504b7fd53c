// A Backstage app as a stranger's create-app makes it, not yet installed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { root } from '../lib/paths.mjs';
import { yarnCommand } from '../lib/yarn.mjs';

/** The create-app of the release that backstage.json names. */
const CREATE_APP = { version: '0.9.2', release: '1.55.0' };

/** create-app refuses older ones; the app itself then runs on ours. */
const NODE = 'node@22';

/**
 * Writes the app into `<dir>/app` and returns that path. Create-app looks for
 * a `yarn`, which need not be installed here: `<dir>/bin` gets one.
 */
export async function generateApp({ dir, legacy = false }) {
  const { version } = readJson(resolve(root, 'backstage.json'));
  if (version !== CREATE_APP.release) {
    throw new Error(
      `The repository is on Backstage ${version}, and create-app ${CREATE_APP.version} makes an app of ${CREATE_APP.release}; name the fitting create-app in scripts/stock-app/generate.mjs.`,
    );
  }
  const app = join(dir, 'app');
  const child = spawn(
    'npx',
    [
      ...[
        '-y',
        '-p',
        NODE,
        '-p',
        `@backstage/create-app@${CREATE_APP.version}`,
      ],
      'backstage-create-app',
      ...(legacy ? ['--legacy'] : []),
      ...['--skip-install', '--path', app],
    ],
    {
      cwd: dir,
      env: {
        ...process.env,
        PATH: [yarnShim(dir), process.env.PATH].join(delimiter),
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', text => {
      output += text;
      // An answer before the question is lost.
      if (/name for the app/i.test(text) && !child.stdin.writableEnded) {
        child.stdin.end('stock\n');
      }
    });
  }
  const [code] = await once(child, 'close');
  // It ends with 0 too when its input ends early.
  if (code !== 0 || !existsSync(join(app, 'backstage.json'))) {
    throw new Error(`create-app made no app (exit code ${code}):\n${output}`);
  }
  const made = readJson(join(app, 'backstage.json')).version;
  if (made !== version) {
    throw new Error(`create-app made an app of ${made} instead of ${version}.`);
  }
  return app;
}

/** A folder for PATH with the Yarn that the repository uses. */
function yarnShim(dir) {
  const bin = join(dir, 'bin');
  const file = join(bin, 'yarn');
  mkdirSync(bin, { recursive: true });
  const [command, args] = yarnCommand([]);
  writeFileSync(file, `#!/bin/sh\nexec ${[command, ...args].join(' ')} "$@"\n`);
  chmodSync(file, 0o755);
  return bin;
}

const readJson = file => JSON.parse(readFileSync(file, 'utf8'));
