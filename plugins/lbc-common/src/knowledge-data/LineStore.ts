import { LINES } from './data/lines';
import { applyChange, ReleaseBody } from './lines/applyChange';
import { lineSchema } from './lines/schema';

/**
 * Releases by line, each loaded once and when it is asked for. A line says what
 * its releases change, so the lines before it come with it.
 */
export class LineStore {
  readonly #loaded: Array<Promise<Map<string, ReleaseBody>>> = [];

  /** Undefined for a release that no line holds. */
  async load(version: string): Promise<ReleaseBody | undefined> {
    const index = LINES.findIndex(({ line }) => version.startsWith(`${line}.`));
    return index < 0 ? undefined : (await this.#line(index)).get(version);
  }

  #line(index: number): Promise<Map<string, ReleaseBody>> {
    const known = this.#loaded[index];
    if (known) {
      return known;
    }
    const loaded = this.#read(index);
    this.#loaded[index] = loaded;
    // What failed may be tried again.
    loaded.catch(() => {
      delete this.#loaded[index];
    });
    return loaded;
  }

  async #read(index: number): Promise<Map<string, ReleaseBody>> {
    const [file, before] = await Promise.all([
      LINES[index].load(),
      index > 0 ? this.#line(index - 1) : undefined,
    ]);
    const { releases } = lineSchema.parse(defaultOf(file));
    let body = before && [...before.values()].pop();
    return new Map(
      releases.map(change => {
        body = applyChange(body, change);
        return [change.version, body];
      }),
    );
  }
}

/**
 * The data of a module that was imported. Built for `require`, a JSON file is a
 * module whose default export holds another one.
 */
function defaultOf(module: unknown): unknown {
  let value = module;
  while (typeof value === 'object' && value !== null && 'default' in value) {
    value = value.default;
  }
  return value;
}
