// Loading TypeScript into this process, by the transform that the Backstage
// CLI runs backends with.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** What a process needs on its command line to load TypeScript. */
export const typescriptArgs = [
  '--enable-source-maps',
  '--require',
  require.resolve('@backstage/cli/config/nodeTransform.cjs'),
];

let ready = false;

/** Loads a TypeScript file (an absolute path) into this process. */
export function requireTypeScript(file) {
  if (!ready) {
    process.setSourceMapsEnabled(true);
    require('@backstage/cli/config/nodeTransform.cjs');
    ready = true;
  }
  return require(file);
}
