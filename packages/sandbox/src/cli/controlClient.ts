import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { z } from 'zod';
import { FLEET_FILE } from '../fleet';
import { UsageError } from './io';

const fleetSchema = z.looseObject({ controlUrl: z.string() });
const errorSchema = z.looseObject({ error: z.string() });

/** Where a fleet announces itself if it is not told another place. */
export const DEFAULT_STATE_DIR = join('.lbc', 'fleet');

/** Talks to the control API of the fleet that runs. */
export class ControlClient {
  readonly #url: string;
  readonly #stateDir: string;

  /** Finds the fleet that announced itself in a state directory. */
  static find(stateDir: string): ControlClient | undefined {
    const file = join(stateDir, FLEET_FILE);
    if (!existsSync(file)) {
      return undefined;
    }
    const parsed = fleetSchema.safeParse(
      JSON.parse(readFileSync(file, 'utf8')),
    );
    return parsed.success
      ? new ControlClient(parsed.data.controlUrl, stateDir)
      : undefined;
  }

  /** The same, but its absence is an error that says what to do. */
  static require(stateDir: string): ControlClient {
    const found = ControlClient.find(stateDir);
    if (!found) {
      throw noFleet(stateDir);
    }
    return found;
  }

  private constructor(url: string, stateDir: string) {
    this.#url = url;
    this.#stateDir = stateDir;
  }

  async get<T extends z.ZodType>(path: string, schema: T) {
    return this.#call(path, schema, { method: 'GET' });
  }

  async post<T extends z.ZodType>(path: string, schema: T, body: unknown) {
    return this.#call(path, schema, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  async #call<T extends z.ZodType>(
    path: string,
    schema: T,
    init: RequestInit,
  ): Promise<z.output<T>> {
    let response: Response;
    try {
      response = await fetch(`${this.#url}${path}`, init);
    } catch {
      throw noFleet(this.#stateDir);
    }
    const json: unknown = await response.json();
    if (!response.ok) {
      const error = errorSchema.safeParse(json).data?.error;
      throw new UsageError(error ?? `The fleet answered ${response.status}`);
    }
    return schema.parse(json);
  }
}

function noFleet(stateDir: string): UsageError {
  return new UsageError(
    `No fleet runs (none has announced itself in ${stateDir}). Start one in another terminal with ` +
      '"npm run sandbox -- serve", or name its directory with --state-dir.',
  );
}
