// Yarn without having it installed: npm, which came with Node, brings it.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from './paths.mjs';

/** The command that runs the Yarn that package.json names. */
export function yarnCommand(args) {
  const { packageManager } = JSON.parse(
    readFileSync(resolve(root, 'package.json'), 'utf8'),
  );
  const version = packageManager.replace('yarn@', '');
  return [
    'npx',
    ['-y', `--package=@yarnpkg/cli-dist@${version}`, 'yarn', ...args],
  ];
}

/** Runs Yarn in the repository and returns its exit code. */
export function yarn(args, options = {}) {
  const [command, all] = yarnCommand(args);
  return new Promise((done, fail) => {
    const child = spawn(command, all, {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
      ...options,
    });
    child.once('error', fail);
    child.once('close', code => done(code ?? 1));
  });
}
