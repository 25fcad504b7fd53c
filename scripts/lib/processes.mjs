// Child processes that never outlive this one.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const followParent = require.resolve('./follow-parent.cjs');

/** How long a process may take to end before it is killed. */
const PATIENCE_MS = 8000;

/**
 * Starts node with a script as the leader of a process group of its own, so
 * that a terminal's Ctrl-C reaches only this process, which then stops the
 * others in order.
 */
export function startNode({ name, args, cwd, env, onLine }) {
  const child = spawn(process.execPath, ['--require', followParent, ...args], {
    cwd,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    eachLine(stream, line => onLine(name, line));
  }
  const ended = once(child, 'close').then(([code, signal]) => ({
    code,
    signal,
  }));
  return {
    name,
    ended,
    running: () => child.exitCode === null && child.signalCode === null,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        signalGroup(child, 'SIGTERM');
        const timer = setTimeout(
          () => signalGroup(child, 'SIGKILL'),
          PATIENCE_MS,
        );
        await ended;
        clearTimeout(timer);
      }
      // What it may have left in its group.
      signalGroup(child, 'SIGKILL');
    },
  };
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone.
  }
}

function eachLine(stream, onLine) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', text => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    lines.forEach(onLine);
  });
  stream.on('end', () => rest && onLine(rest));
}
