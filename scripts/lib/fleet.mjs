// The loopback fleet, and the configuration that makes the portal use it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './paths.mjs';
import { Refusal } from './refusal.mjs';
import { requireTypeScript } from './typescript.mjs';

/**
 * Starts the demo fleet, or one of bundled worlds, in this process and writes
 * app-config.fleet.yaml beside its CA and tokens.
 */
export async function startFleet({ stateDir, ports, worlds = [] }) {
  mkdirSync(stateDir, { recursive: true });
  const { Fleet, demoFleet, loadBundledWorld, withRoles } = requireTypeScript(
    resolve(root, 'packages/sandbox/src/index.ts'),
  );
  const bundled = name => {
    try {
      return { world: withRoles(loadBundledWorld(name)) };
    } catch (error) {
      throw new Refusal(`--world ${name}: ${error.message}`);
    }
  };
  const fleet = await Fleet.start({
    worlds: worlds.length > 0 ? worlds.map(bundled) : demoFleet(),
    ports,
    stateDir,
  });
  const configFile = join(stateDir, 'app-config.fleet.yaml');
  // JSON is YAML too.
  writeFileSync(
    configFile,
    `# Written at every start: where the loopback fleet is, and its keys.\n${JSON.stringify(
      fleet.backstageConfig(),
      null,
      2,
    )}\n`,
    { mode: 0o600 },
  );
  return { fleet, configFile };
}
