// A PostgreSQL of this test run alone: a cluster in a temporary folder, on a
// free port of loopback, by a user that is not root.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';

/** The newest installed version's binaries; undefined if there is none. */
export function findPostgres() {
  if (!existsSync(DEBIAN)) {
    return undefined;
  }
  const majors = readdirSync(DEBIAN)
    .map(Number)
    .filter(major => existsSync(join(DEBIAN, String(major), 'bin/initdb')))
    .sort((a, b) => b - a);
  return majors.length > 0
    ? { major: majors[0], bin: join(DEBIAN, String(majors[0]), 'bin') }
    : undefined;
}

/** Starts a server and says how tests find it, and how to stop it. */
export async function startPostgres({ major, bin }) {
  const dir = mkdtempSync(join(tmpdir(), 'lbc-postgres-'));
  const who = unprivileged();
  if (who) {
    chownSync(dir, who.uid, who.gid);
  }
  const data = join(dir, 'data');
  const options = { ...who, cwd: dir, stdio: 'pipe' };
  try {
    execFileSync(
      join(bin, 'initdb'),
      ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-sync'],
      options,
    );
    const port = await freePort();
    const server = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-p', String(port), '-k', dir].concat(
        [
          'listen_addresses=127.0.0.1',
          'fsync=off',
          'max_connections=200',
        ].flatMap(setting => ['-c', setting]),
      ),
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    process.once('exit', () => server.kill('SIGQUIT'));
    await accepting(server);
    return {
      env: {
        [`BACKSTAGE_TEST_DATABASE_POSTGRES${major}_CONNECTION_STRING`]: `postgresql://postgres@127.0.0.1:${port}/postgres`,
      },
      async stop() {
        if (server.exitCode === null && server.signalCode === null) {
          const ended = once(server, 'exit');
          server.kill('SIGINT');
          await ended;
        }
        rmSync(dir, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(dir, { recursive: true, force: true });
    throw error;
  }
}

/** PostgreSQL refuses to run as root. */
function unprivileged() {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const id = flag =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Waits for the line that says it; its end before that is an error. */
function accepting(server) {
  return new Promise((done, fail) => {
    let log = '';
    server.stderr.setEncoding('utf8');
    server.stderr.on('data', text => {
      log += text;
      if (log.includes('ready to accept connections')) {
        log = '';
        done();
      }
    });
    server.once('error', fail);
    server.once('exit', () => fail(new Error(`PostgreSQL ended:\n${log}`)));
  });
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}
