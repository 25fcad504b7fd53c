import { gzipSync } from 'node:zlib';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { build, Plugin } from 'esbuild';

/** What a stock app has, whichever plugins are in it. */
const STOCK =
  /^@backstage\/|^@material-ui\/|^(react|react-dom|react-router|react-router-dom|react-use|lodash|luxon|zod)(\/|$)/;

/** A package, not a file of one. */
const PACKAGE = /^[^./]/;

/** Leaves out what the app has anyway, but not the plugin's own packages. */
function stockIsExternal(own: readonly string[]): Plugin {
  return {
    name: 'stock-is-external',
    setup(bundler) {
      bundler.onResolve({ filter: PACKAGE }, ({ path }) => {
        const isOwn = own.some(
          name => path === name || path.startsWith(`${name}/`),
        );
        return !isOwn && STOCK.test(path)
          ? { path, external: true }
          : undefined;
      });
    },
  };
}

/**
 * Bytes of JavaScript (gzip, all chunks) that a plugin brings into an app: its
 * own packages, and what the app would not have without it.
 */
export async function measureBundle(options: {
  entry: string;
  /** The plugin's own packages, although they may look like stock. */
  own: readonly string[];
}): Promise<number> {
  const { entry, own } = options;
  const { outputFiles } = await build({
    stdin: {
      contents: `import * as plugin from '${entry}'; globalThis.plugin = plugin;`,
      resolveDir: resolvePackagePath('backend', '../app'),
    },
    bundle: true,
    minify: true,
    splitting: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    jsx: 'automatic',
    outdir: 'out',
    loader: { '.svg': 'dataurl', '.css': 'empty' },
    logLevel: 'error',
    plugins: [stockIsExternal(own)],
  });
  return outputFiles
    .filter(({ path }) => path.endsWith('.js'))
    .reduce((sum, { contents }) => sum + gzipSync(contents).length, 0);
}
