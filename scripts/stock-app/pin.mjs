// Keeps a generated app on the Backstage release that made it.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from '../lib/paths.mjs';

/**
 * The template's ranges (^) would take newer Backstage packages than those of
 * its release, whose own dependencies may be too young for the age gate. So
 * the versions that it names hold, and yarn.lock of the repository is the
 * seed for the rest, as create-app's own seed would be.
 */
export function pinApp(app) {
  for (const folder of ['.', 'packages/app', 'packages/backend']) {
    const file = join(app, folder, 'package.json');
    const text = readFileSync(file, 'utf8').replace(
      /("@backstage\/[^"]+": ")\^/g,
      '$1',
    );
    const manifest = JSON.parse(text);
    if (folder === '.') {
      const own = JSON.parse(readFileSync(resolve(root, 'package.json')));
      manifest.resolutions = {
        ...manifest.resolutions,
        got: own.resolutions.got,
      };
    }
    writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
  }
  copyFileSync(resolve(root, 'yarn.lock'), join(app, 'yarn.lock'));
  const rc = join(app, '.yarnrc.yml');
  const gate = readFileSync(resolve(root, '.yarnrc.yml'), 'utf8').match(
    /^npmMinimalAgeGate: .*$/m,
  )[0];
  writeFileSync(
    rc,
    readFileSync(rc, 'utf8').replace(/^npmMinimalAgeGate: .*$/m, gate),
  );
}
