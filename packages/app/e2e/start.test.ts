import { spawnSync } from 'child_process';
import { once } from 'events';
import { createServer } from 'net';
import { resolve } from 'path';
import { StartedPortal, freePorts } from './support';

const ROOT = resolve(__dirname, '../../..');

/** The processes that a process started, and those that they started. */
function descendants(of: number): number[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid='], {
    encoding: 'utf8',
  });
  const pairs = stdout
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s+/).map(Number));
  const found = [of];
  for (const parent of found) {
    found.push(
      ...pairs.filter(([, ppid]) => ppid === parent).map(([pid]) => pid),
    );
  }
  return found.slice(1);
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('npm start', () => {
  it('serves the app with hot reload, and leaves nothing behind', async () => {
    const portal = await StartedPortal.start({ args: [] });
    try {
      const page = await fetch(portal.appUrl);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('<div id="root">');
      expect(portal.output).toContain('Ctrl-C ends everything');
      const children = descendants(portal.pid);
      expect(children.length).toBeGreaterThanOrEqual(2);
      expect(await portal.stop('SIGINT')).toBe(0);
      expect(children.filter(alive)).toEqual([]);
    } finally {
      await portal.stop();
    }
  });

  it('says which port is taken, and what changes it', async () => {
    const [port] = await freePorts(1);
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    try {
      const { status, stderr } = spawnSync(
        process.execPath,
        ['scripts/start.mjs', '--built'],
        {
          cwd: ROOT,
          encoding: 'utf8',
          env: { ...process.env, LBC_BACKEND_PORT: String(port) },
        },
      );
      expect(status).toBe(1);
      expect(stderr).toContain(
        `Port ${port}, which the backend would listen on, is taken`,
      );
      expect(stderr).toContain(`LBC_BACKEND_PORT=${port + 1}`);
    } finally {
      server.close();
    }
  });
});
