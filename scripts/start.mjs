// npm start: the loopback fleet, the backend and the app, until Ctrl-C.
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildApp } from './lib/build.mjs';
import { startFleet } from './lib/fleet.mjs';
import { USAGE, parseOptions } from './lib/options.mjs';
import { root } from './lib/paths.mjs';
import { clash, isTaken, portOf, takenSentence } from './lib/ports.mjs';
import { startApp, startBackend } from './lib/portal.mjs';
import { Refusal } from './lib/refusal.mjs';
import { answers, catalogHas, until } from './lib/ready.mjs';

const running = [];
let stopping = false;

async function main() {
  const options = parseOptions();
  if (options.help) {
    console.log(USAGE);
    return;
  }
  watchForTheEnd();
  const ports = await freePorts(options);
  mkdirSync(options.data, { recursive: true });
  const { configs, env: fleetEnv, fleet } = await configure(options, ports);
  const appPort = options.built ? ports.backend : ports.app;
  const env = {
    ...fleetEnv,
    LBC_APP_PORT: String(appPort),
    LBC_BACKEND_PORT: String(ports.backend),
    LBC_DATA_DIR: join(options.data, 'db'),
    APP_CONFIG_app_packageName: JSON.stringify(options.app),
  };

  if (options.built) {
    say('building the app, if it has changed …');
    await buildApp(options.app);
  }
  say('starting the portal; it takes a moment …');
  keep(startBackend({ entry: options.backend, configs, env, onLine: print }));
  if (!options.built) {
    keep(startApp({ app: options.app, configs, env, onLine: print }));
  }

  const portal = {
    appUrl: `http://localhost:${appPort}`,
    backendUrl: `http://localhost:${ports.backend}`,
    entity: options.fleet ? 'checkout' : undefined,
  };
  if (await ready(portal)) {
    announce(portal, fleet, options.world[0] ?? 'ingress-alb');
  }
}

/** The configuration files and environment; starts the fleet if it is wanted. */
async function configure(options, ports) {
  const base = resolve(root, 'app-config.yaml');
  if (!options.fleet) {
    const local = resolve(root, 'app-config.local.yaml');
    const found = existsSync(local) ? [local] : [];
    return { configs: [base, ...found, ...options.config], env: {} };
  }
  say('starting the loopback fleet …');
  const { fleet, configFile } = await startFleet({
    stateDir: join(options.data, 'fleet'),
    ports,
    worlds: options.world,
  });
  running.push(fleet);
  return {
    configs: [
      base,
      resolve(root, 'app-config.demo.yaml'),
      configFile,
      ...options.config,
    ],
    env: fleet.env(),
    fleet,
  };
}

async function freePorts({ fleet, built }) {
  const names = [
    ...(built ? [] : ['app']),
    'backend',
    ...(fleet ? ['kubernetes', 'aws', 'control'] : []),
  ];
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
  const checks = {
    'the backend': () =>
      answers(`${backendUrl}/.backstage/health/v1/readiness`),
    'the app': () => answers(appUrl, { headers: { accept: 'text/html' } }),
    'the catalog': () => !entity || catalogHas(backendUrl, 'component', entity),
  };
  for (const [what, check] of Object.entries(checks)) {
    const reminder = setInterval(() => say(`waiting for ${what} …`), 30_000);
    const there = await until(async () => check(), { stopped });
    clearInterval(reminder);
    if (!there) {
      return false;
    }
  }
  return true;
}

function announce({ appUrl, entity }, fleet, world) {
  const lines = [
    '',
    `  The portal is ready: ${appUrl}`,
    '  Log in as guest ("Enter").',
  ];
  if (entity) {
    lines.push(
      `  Then open the component ${entity}: ${appUrl}/catalog/default/component/${entity}`,
      '',
      `  The fleet's control page:  ${fleet.controlUrl}`,
      `  or in another terminal:    npm run sandbox -- step ${world}`,
    );
  }
  lines.push('', '  Ctrl-C ends everything.', '');
  console.log(lines.join('\n'));
}

function keep(child) {
  running.push(child);
  child.ended.then(({ code, signal }) => {
    if (!stopping) {
      const how = signal ?? `exit code ${code}`;
      say(
        `the ${child.name} ended (${how}); its last lines say why. Everything stops.`,
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
  // npm, killed outright, can't tell us.
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
  if (!QUIET || !line.includes(QUIET)) {
    console.log(`[${name}]`.padEnd(10) + line);
  }
}

main().catch(error => {
  const known = error instanceof Refusal || error.name === 'PortTakenError';
  console.error(known ? `\n${error.message}\n` : error);
  stop(1);
});
