// A project that has installed the tarballs. It lies inside the repository, so
// everything else resolves to what is installed there.
const { execFileSync } = require('node:child_process');
const { mkdirSync, readdirSync, rmSync } = require('node:fs');
const { join, resolve } = require('node:path');

const root = resolve(__dirname, '../..');
const tarballs = join(root, '.lbc/tarballs');
const consumer = join(root, '.lbc/consumer');

/** Unpacks the tarballs as an installation would; returns their folders. */
function install() {
  rmSync(consumer, { recursive: true, force: true });
  const packages = {};
  for (const file of readdirSync(tarballs)) {
    const name = `@lbc-backstage/plugin-${file.replace(/\.tgz$/, '')}`;
    const dir = join(consumer, 'node_modules', name);
    mkdirSync(dir, { recursive: true });
    execFileSync('tar', [
      '-xzf',
      join(tarballs, file),
      '-C',
      dir,
      '--strip-components=1',
    ]);
    packages[name] = dir;
  }
  return packages;
}

/** All files below a folder, relative to it. */
function filesOf(dir, below = '') {
  return readdirSync(join(dir, below), { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory()
      ? filesOf(dir, join(below, entry.name))
      : [join(below, entry.name)],
  );
}

module.exports = { consumer, filesOf, install, root };
