import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { told } from '../lines';
import type { Measure } from '../types';

/** The plugin's own database, with what SQLite writes beside it. */
const DATABASE = /^lbc\.sqlite/;

/** What a load balancer takes in the store. */
export const storedBytes: Measure = {
  name: 'stored-bytes',
  needsStand: true,
  async run({ stand, size }) {
    const { portal, sweeps } = await stand();
    const database = readdirSync(portal.directory)
      .filter(name => DATABASE.test(name))
      .reduce(
        (sum, name) => sum + statSync(join(portal.directory, name)).size,
        0,
      );
    const each = (bytes: number) => Math.round(bytes / size.loadBalancers);
    return [
      told({
        name: 'snapshots stored a load balancer (gzip)',
        value: each(sweeps.gzipBytes),
        unit: 'bytes',
      }),
      told({
        name: 'database a load balancer, with all rows and indexes',
        value: each(database),
        unit: 'bytes',
      }),
    ];
  },
};
