// Before `npm start` and `npm test`: what yarn.lock names is installed. Does
// nothing, quickly, where it is.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './lib/paths.mjs';
import { yarn } from './lib/yarn.mjs';

const OLDEST_NODE = 20;
const modules = resolve(root, 'node_modules');
const stampFile = join(modules, '.lbc-install.json');

/** The parts of a package.json that decide what is installed. */
const DECISIVE = [
  'name',
  'workspaces',
  'bin',
  'dependencies',
  'devDependencies',
  'peerDependencies',
  'optionalDependencies',
  'dependenciesMeta',
  'peerDependenciesMeta',
  'resolutions',
  'packageManager',
];

async function main() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) {
    throw new Error(
      `This is Node ${process.versions.node}; the project needs Node ${OLDEST_NODE} or newer.`,
    );
  }
  const wanted = { inputs: fingerprint(), abi: process.versions.modules };
  const found = readStamp();
  if (found?.inputs === wanted.inputs && found.abi === wanted.abi) {
    return;
  }
  console.log(`Installing dependencies: ${reason(found, wanted)}`);
  console.log('The first time this takes a few minutes.');
  await run(['install', '--immutable'], installHelp);
  if (found && found.abi !== wanted.abi) {
    console.log('Building native modules for this version of Node …');
    await run(['rebuild'], rebuildHelp);
  }
  writeFileSync(stampFile, `${JSON.stringify(wanted)}\n`);
}

function reason(found, wanted) {
  if (!existsSync(modules)) {
    return 'nothing is installed yet.';
  }
  if (!found) {
    return 'it is not known what is installed.';
  }
  return found.inputs === wanted.inputs
    ? 'they were built for another version of Node.'
    : 'yarn.lock or a package.json has changed.';
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of ['yarn.lock', '.yarnrc.yml']) {
    hash.update(readFileSync(resolve(root, file)));
  }
  for (const file of manifests()) {
    const json = JSON.parse(readFileSync(file, 'utf8'));
    hash.update(JSON.stringify(DECISIVE.map(key => json[key] ?? null)));
  }
  return hash.digest('hex');
}

function manifests() {
  return [
    resolve(root, 'package.json'),
    ...['packages', 'plugins'].flatMap(folder =>
      readdirSync(resolve(root, folder))
        .sort()
        .map(name => resolve(root, folder, name, 'package.json'))
        .filter(existsSync),
    ),
  ];
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return undefined;
  }
}

async function run(args, help) {
  const code = await yarn(args).catch(error => {
    throw new Error(`npx could not be run (${error.message}); is npm there?`);
  });
  if (code !== 0) {
    throw new Error(help);
  }
}

const installHelp = `The installation failed; Yarn's lines above say why. As a rule it is one of:
  - YN0028 (the lockfile would be modified): a package.json was changed without
    yarn.lock; run "npx -y --package=@yarnpkg/cli-dist yarn install" and commit it.
  - a native module did not build: Python 3 and a C++ toolchain are needed
    (Debian: apt-get install python3 g++ make).
  - the package registry cannot be reached.`;

const rebuildHelp =
  'The native modules could not be built for this version of Node; delete node_modules and try again.';

main().catch(error => {
  console.error(`\n${error.message}\n`);
  process.exit(1);
});
