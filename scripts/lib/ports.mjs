// The ports of the demo, and what changes each.
import { connect } from 'node:net';
import { Refusal } from './refusal.mjs';

export const PORTS = {
  app: { variable: 'LBC_APP_PORT', fallback: 3000, what: 'the app' },
  backend: {
    variable: 'LBC_BACKEND_PORT',
    fallback: 7007,
    what: 'the backend',
  },
  kubernetes: {
    variable: 'LBC_FLEET_KUBERNETES_PORT',
    fallback: 7443,
    what: "the fleet's Kubernetes servers",
  },
  aws: {
    variable: 'LBC_FLEET_AWS_PORT',
    fallback: 7466,
    what: "the fleet's AWS",
  },
  control: {
    variable: 'LBC_FLEET_CONTROL_PORT',
    fallback: 7470,
    what: "the fleet's control page",
  },
};

/** The port of a part, by its variable or as it is by default. */
export function portOf(name, env = process.env) {
  const { variable, fallback, what } = PORTS[name];
  const text = env[variable];
  if (!text) {
    return fallback;
  }
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refusal(
      `${variable} (the port of ${what}) is "${text}", which is not a port; give a number from 1 to 65535.`,
    );
  }
  return port;
}

/** Whether somebody listens there, on either loopback address. */
export async function isTaken(port) {
  const answers = await Promise.all(
    ['127.0.0.1', '::1'].map(
      host =>
        new Promise(resolve => {
          const socket = connect({ host, port });
          socket.setTimeout(1000, () => {
            socket.destroy();
            resolve(true);
          });
          socket.once('connect', () => {
            socket.destroy();
            resolve(true);
          });
          socket.once('error', () => resolve(false));
        }),
    ),
  );
  return answers.includes(true);
}

/** The sentence for a port that is taken. */
export function takenSentence(name, port) {
  const { variable, what } = PORTS[name];
  return (
    `Port ${port}, which ${what} would listen on, is taken by another process.\n` +
    `End that process, or choose another port: ${variable}=${
      port + 1
    } npm start`
  );
}

/** Names of ports that two parts share, with the sentence; else undefined. */
export function clash(ports) {
  const byPort = new Map();
  for (const [name, port] of Object.entries(ports)) {
    const other = byPort.get(port);
    if (other) {
      return `${PORTS[other].variable} and ${PORTS[name].variable} are both ${port}; each part needs a port of its own.`;
    }
    byPort.set(port, name);
  }
  return undefined;
}
