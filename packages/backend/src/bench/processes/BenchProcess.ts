import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

interface Pending {
  resolve: (answer: unknown) => void;
  reject: (error: Error) => void;
}

/** What a process of the bench answers: see `answerRequests`. */
export interface Answer {
  id: number;
  result?: unknown;
  error?: string;
}

/**
 * A process of the bench's own, so that what it does costs the measured one
 * nothing. It runs from its TypeScript source and ends with this process.
 */
export class BenchProcess {
  readonly #child: ChildProcess;
  readonly #pending = new Map<number, Pending>();
  #nextId = 1;

  static start(options: {
    /** Its main, an absolute path. */
    main: string;
    /** Flags of Node.js, such as `--expose-gc`. */
    flags?: string[];
  }): BenchProcess {
    const { main, flags = [] } = options;
    const child = fork(main, [], {
      execArgv: [
        '--enable-source-maps',
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        ...flags,
      ],
      // Standard output is the bench's answer.
      stdio: ['ignore', 2, 2, 'ipc'],
    });
    return new BenchProcess(child);
  }

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.on('message', message => this.#settle(message as Answer));
    const fail = (error: Error) => {
      this.#pending.forEach(({ reject }) => reject(error));
      this.#pending.clear();
    };
    child.on('error', fail);
    child.on('exit', code =>
      fail(new Error(`A process of the bench ended with exit code ${code}`)),
    );
  }

  /** Asks it for something; the type of the answer is its source's word. */
  async ask<T>(request: string, params?: unknown): Promise<T> {
    const id = this.#nextId++;
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
    });
    this.#child.send({ id, request, params });
    return (await answer) as T;
  }

  /** Ends it. */
  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) {
      return;
    }
    const ended = once(this.#child, 'exit');
    this.#child.kill();
    await ended;
  }

  #settle({ id, result, error }: Answer) {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (error === undefined) {
      pending?.resolve(result);
    } else {
      pending?.reject(new Error(error));
    }
  }
}
