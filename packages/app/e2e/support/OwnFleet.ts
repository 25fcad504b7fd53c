import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { Fleet, FleetWorld } from 'lbc-sandbox';
import { StartedPortal } from './StartedPortal';

const ROOT = resolve(__dirname, '../../../..');

/** Options of {@link OwnFleet.start}. */
export interface OwnFleetOptions {
  worlds: FleetWorld[];
  /** The portal's catalog, beside the people of the demo. */
  entities: object[];
  /** Configuration of the plugin, over the demo's. */
  lbc: object;
  /** Another entry of packages/backend. */
  backend?: string;
}

/** A fleet of a test's own, in its process, and a portal that watches it. */
export class OwnFleet {
  static async start(options: OwnFleetOptions): Promise<OwnFleet> {
    const dir = mkdtempSync(join(tmpdir(), 'lbc-own-fleet-'));
    const fleet = await Fleet.start({ worlds: options.worlds });
    try {
      const portal = await StartedPortal.start({
        args: [
          ...['--no-fleet', '--built'],
          ...(options.backend ? ['--backend', options.backend] : []),
          ...configFiles({ dir, fleet, options }),
        ],
        env: fleet.env(),
      });
      return new OwnFleet({ dir, fleet, portal });
    } catch (error) {
      await fleet.stop();
      throw error;
    }
  }

  readonly fleet: Fleet;
  readonly portal: StartedPortal;
  readonly #dir: string;

  private constructor(parts: {
    dir: string;
    fleet: Fleet;
    portal: StartedPortal;
  }) {
    this.fleet = parts.fleet;
    this.portal = parts.portal;
    this.#dir = parts.dir;
  }

  async stop(): Promise<void> {
    await this.portal.stop();
    await this.fleet.stop();
    rmSync(this.#dir, { recursive: true, force: true });
  }
}

function configFiles(parts: {
  dir: string;
  fleet: Fleet;
  options: OwnFleetOptions;
}): string[] {
  const { dir, fleet, options } = parts;
  // JSON is YAML too.
  const write = (name: string, content: string) => {
    const path = join(dir, name);
    writeFileSync(path, content, { mode: 0o600 });
    return path;
  };
  const entities = write(
    'entities.yaml',
    options.entities.map(entity => JSON.stringify(entity)).join('\n---\n'),
  );
  const targets = [resolve(ROOT, 'examples/org.yaml'), entities];
  const own = {
    catalog: {
      locations: targets.map(target => ({ type: 'file', target })),
    },
    lbc: options.lbc,
  };
  return [
    resolve(ROOT, 'app-config.demo.yaml'),
    write('app-config.fleet.yaml', JSON.stringify(fleet.backstageConfig())),
    write('app-config.own.yaml', JSON.stringify(own)),
  ].flatMap(file => ['--config', file]);
}
