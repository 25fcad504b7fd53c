// npm start: the loopback fleet, the backend and the app, until Ctrl-C.
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startFleet } from './lib/fleet.mjs';
import { dataDir, root } from './lib/paths.mjs';
import { PORTS, clash, isTaken, portOf, takenSentence } from './lib/ports.mjs';
import { startApp, startBackend } from './lib/portal.mjs';
import { answers, catalogHas, until } from './lib/ready.mjs';

const USAGE = `Usage: npm start [-- OPTIONS]

  --no-fleet        without the loopback fleet: your own clusters and accounts,
                    as app-config.local.yaml says
  --config FILE     another configuration file, read last; may be given again

Ports, by environment variable:
${Object.values(PORTS)
  .map(
    ({ variable, fallback, what }) =>
      `  ${variable}=${fallback}`.padEnd(34) + what,
  )
  .join('\n')}
`;

/** Ends with a sentence instead of a stack. */
class Refusal extends Error {}

const running = [];
let stopping = false;

async function main() {
  const options = parseOptions();
  if (options.help) {
    console.log(USAGE);
    return;
  }
  watchForTheEnd();
  const ports = await freePorts(options.fleet);
  mkdirSync(dataDir, { recursive: true });

  const configs = [resolve(root, 'app-config.yaml')];
  let env = {};
  let fleet;
  if (options.fleet) {
    say('starting the loopback fleet …');
    const started = await startFleet({
      stateDir: join(dataDir, 'fleet'),
      ports,
    });
    fleet = started.fleet;
    running.push(fleet);
    env = fleet.env();
    configs.push(resolve(root, 'app-config.demo.yaml'), started.configFile);
  }
  const local = resolve(root, 'app-config.local.yaml');
  if (existsSync(local)) {
    configs.push(local);
  }
  configs.push(...options.config.map(file => resolve(file)));
  env = {
    ...env,
    LBC_APP_PORT: String(ports.app),
    LBC_BACKEND_PORT: String(ports.backend),
    LBC_DATA_DIR: process.env.LBC_DATA_DIR ?? join(dataDir, 'db'),
  };

  say(
    'starting the backend and building the app; the first time takes a minute …',
  );
  keep(startBackend({ configs, env, onLine: print }));
  keep(startApp({ configs, env, onLine: print }));

  const appUrl = `http://localhost:${ports.app}`;
  const backendUrl = `http://localhost:${ports.backend}`;
  const entity = options.fleet ? 'checkout' : undefined;
  if (await ready({ appUrl, backendUrl, entity })) {
    announce({ appUrl, entity, fleet });
  }
}

function parseOptions() {
  try {
    const { values } = parseArgs({
      options: {
        'no-fleet': { type: 'boolean', default: false },
        config: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return { ...values, fleet: !values['no-fleet'] };
  } catch (error) {
    throw new Refusal(`${error.message}\n\n${USAGE}`);
  }
}

async function freePorts(withFleet) {
  const names = withFleet ? Object.keys(PORTS) : ['app', 'backend'];
  const ports = Object.fromEntries(names.map(name => [name, portOf(name)]));
  const same = clash(ports);
  if (same) {
    throw new Refusal(same);
  }
  const taken = [];
  for (const name of names) {
    if (await isTaken(ports[name])) {
      taken.push(takenSentence(name, ports[name]));
    }
  }
  if (taken.length > 0) {
    throw new Refusal(taken.join('\n\n'));
  }
  return ports;
}

async function ready({ appUrl, backendUrl, entity }) {
  const stopped = () => stopping;
  const checks = [
    () => answers(`${backendUrl}/.backstage/health/v1/readiness`),
    () => answers(appUrl, { headers: { accept: 'text/html' } }),
    ...(entity ? [() => catalogHas(backendUrl, 'component', entity)] : []),
  ];
  for (const check of checks) {
    if (!(await until(check, { stopped }))) {
      return false;
    }
  }
  return true;
}

function announce({ appUrl, entity, fleet }) {
  const lines = [
    '',
    `  The portal is ready: ${appUrl}`,
    '  Log in with "Enter" (guest).',
  ];
  if (entity) {
    lines.push(
      `  Then open the component ${entity}: ${appUrl}/catalog/default/component/${entity}`,
      '',
      `  The fleet's control page:  ${fleet.controlUrl}`,
      '  or in another terminal:    npm run sandbox -- step ingress-alb',
    );
  }
  lines.push('', '  Ctrl-C ends everything.', '');
  console.log(lines.join('\n'));
}

function keep(child) {
  running.push(child);
  child.ended.then(({ code, signal }) => {
    if (!stopping) {
      say(
        `the ${child.name} ended (${
          signal ?? `exit code ${code}`
        }); its last lines above say why. Everything stops.`,
      );
      stop(1);
    }
  });
}

async function stop(code) {
  if (stopping) {
    return;
  }
  stopping = true;
  await Promise.allSettled(running.map(async each => each.stop()));
  process.exit(code);
}

function watchForTheEnd() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (!stopping) {
        say('stopping …');
      }
      stop(0);
    });
  }
  // Killed outright, npm can't tell us.
  if (process.env.npm_lifecycle_event === 'start') {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && stop(1), 1000).unref();
  }
}

function say(text) {
  console.log(`[start]   ${text}`);
}

/** A line a request would bury what matters; LBC_VERBOSE=1 shows them. */
const QUIET = process.env.LBC_VERBOSE ? undefined : 'incomingRequest';

function print(name, line) {
  if (QUIET && line.includes(QUIET)) {
    return;
  }
  console.log(`[${name}]`.padEnd(10) + line);
}

main().catch(error => {
  console.error(
    error instanceof Refusal || error.name === 'PortTakenError'
      ? `\n${error.message}\n`
      : error,
  );
  stop(1);
});
