import type { RootLoggerService } from '@backstage/backend-plugin-api';

type Level = 'error' | 'warn' | 'info' | 'debug';

const LEVELS: readonly Level[] = ['error', 'warn', 'info', 'debug'];

/** Writes one line a message, so that standard output stays the answer's. */
export class StreamLogger implements RootLoggerService {
  readonly #write: (line: string) => void;
  readonly #level: Level;
  readonly #plugin: string;

  static create(options: {
    write: (line: string) => void;
    level: Level;
  }): StreamLogger {
    return new StreamLogger({ ...options, plugin: 'backend' });
  }

  private constructor(options: {
    write: (line: string) => void;
    level: Level;
    plugin: string;
  }) {
    this.#write = options.write;
    this.#level = options.level;
    this.#plugin = options.plugin;
  }

  error(message: string): void {
    this.#log('error', message);
  }

  warn(message: string): void {
    this.#log('warn', message);
  }

  info(message: string): void {
    this.#log('info', message);
  }

  debug(message: string): void {
    this.#log('debug', message);
  }

  child(meta: Record<string, unknown>): StreamLogger {
    return new StreamLogger({
      write: this.#write,
      level: this.#level,
      plugin: typeof meta.plugin === 'string' ? meta.plugin : this.#plugin,
    });
  }

  #log(level: Level, message: string) {
    if (LEVELS.indexOf(level) <= LEVELS.indexOf(this.#level)) {
      this.#write(`${level} ${this.#plugin}: ${message}`);
    }
  }
}
