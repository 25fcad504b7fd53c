import { ChildProcess, spawn } from 'child_process';
import { once } from 'events';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { freePorts } from './ports';

const ROOT = resolve(__dirname, '../../../..');
/** Long enough for a machine that is busy with other things. */
const START_MS = 480_000;

export interface PortalOptions {
  /** Arguments of `npm start`. */
  args: string[];
  /** Its environment, beside the tests' own. */
  env?: Record<string, string>;
}

/** A portal with its fleet, started as `npm start` starts it. */
export class StartedPortal {
  readonly appUrl: string;
  readonly backendUrl: string;
  readonly controlUrl: string;
  readonly #child: ChildProcess;
  readonly #dataDir: string;
  readonly #output: string[];

  /** Starts one on free ports and waits until it says that it is ready. */
  static async start({
    args,
    env = {},
  }: PortalOptions): Promise<StartedPortal> {
    const [app, backend, kubernetes, aws, control] = await freePorts(5);
    const dataDir = mkdtempSync(join(tmpdir(), 'lbc-portal-'));
    const child = spawn(
      process.execPath,
      [
        // So that it ends even if the tests are killed.
        ...['--require', './scripts/lib/follow-parent.cjs'],
        ...['scripts/start.mjs', '--data', dataDir, ...args],
      ],
      {
        cwd: ROOT,
        env: {
          ...process.env,
          ...env,
          NODE_ENV: undefined,
          NODE_OPTIONS: undefined,
          LBC_APP_PORT: String(app),
          LBC_BACKEND_PORT: String(backend),
          LBC_FLEET_KUBERNETES_PORT: String(kubernetes),
          LBC_FLEET_AWS_PORT: String(aws),
          LBC_FLEET_CONTROL_PORT: String(control),
        },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    );
    const output: string[] = [];
    const ready = new Promise<string>((found, fail) => {
      const timer = setTimeout(
        () => fail(new Error(`Not ready:\n${output.join('')}`)),
        START_MS,
      );
      const listen = (data: Buffer) => {
        output.push(data.toString());
        const url = output.join('').match(/The portal is ready: (\S+)/)?.[1];
        if (url) {
          clearTimeout(timer);
          found(url);
        }
      };
      child.stdout?.on('data', listen);
      child.stderr?.on('data', listen);
      child.once('exit', () => {
        clearTimeout(timer);
        fail(new Error(`It ended:\n${output.join('')}`));
      });
    });
    try {
      const appUrl = await ready;
      return new StartedPortal({
        child,
        dataDir,
        output,
        urls: {
          appUrl,
          backendUrl: `http://localhost:${backend}`,
          controlUrl: `http://127.0.0.1:${control}`,
        },
      });
    } catch (error) {
      child.kill('SIGTERM');
      throw error;
    }
  }

  private constructor(parts: {
    child: ChildProcess;
    dataDir: string;
    output: string[];
    urls: { appUrl: string; backendUrl: string; controlUrl: string };
  }) {
    this.#child = parts.child;
    this.#dataDir = parts.dataDir;
    this.#output = parts.output;
    this.appUrl = parts.urls.appUrl;
    this.backendUrl = parts.urls.backendUrl;
    this.controlUrl = parts.urls.controlUrl;
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Everything it wrote so far. */
  get output(): string {
    return this.#output.join('');
  }

  /** Ends it as Ctrl-C does, and returns its exit code. */
  async stop(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const ended = once(this.#child, 'exit');
      this.#child.kill(signal);
      await ended;
    }
    rmSync(this.#dataDir, { recursive: true, force: true });
    return this.#child.exitCode;
  }
}
