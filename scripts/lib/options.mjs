// What `npm start` can be told.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { dataDir } from './paths.mjs';
import { PORTS } from './ports.mjs';
import { Refusal } from './refusal.mjs';

export const USAGE = `Usage: npm start [-- OPTIONS]

  --no-fleet        without the loopback fleet: your own clusters and accounts,
                    as app-config.local.yaml says
  --world NAME      another world than the demo's in the loopback fleet, such as
                    upgrade-v2-to-v3; may be given again
  --built           the app as it is in production: built once and served by
                    the backend at one address, without hot reload
  --app NAME        another app of packages/: app-legacy
  --backend FILE    another entry of packages/backend, for tests: src/index.ts
  --data DIR        where the database and the fleet's keys are kept (.lbc)
  --config FILE     another configuration file, read last; may be given again

Ports, by environment variable:
${Object.values(PORTS)
  .map(
    ({ variable, fallback, what }) =>
      `  ${variable}=${fallback}`.padEnd(34) + what,
  )
  .join('\n')}
`;

export function parseOptions() {
  try {
    const { values } = parseArgs({
      options: {
        'no-fleet': { type: 'boolean', default: false },
        world: { type: 'string', multiple: true, default: [] },
        built: { type: 'boolean', default: false },
        app: { type: 'string', default: 'app' },
        backend: { type: 'string', default: 'src/index.ts' },
        data: { type: 'string', default: dataDir },
        config: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return {
      ...values,
      config: values.config.map(file => resolve(file)),
      data: resolve(values.data),
      fleet: !values['no-fleet'],
    };
  } catch (error) {
    throw new Refusal(`${error.message}\n\n${USAGE}`);
  }
}
