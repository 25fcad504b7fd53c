import { matches } from './globs';

/** Patterns of names, of which most are plain: those are only looked up. */
export class PatternSet {
  readonly #plain: ReadonlySet<string>;
  readonly #wild: readonly string[];

  /** For what has no capitals of its own, such as actions. */
  static ignoringCase(patterns: readonly string[]): PatternSet {
    const lower = patterns.map(pattern => pattern.toLowerCase());
    return new PatternSet(
      new Set(lower),
      lower.filter(pattern => /[*?]/.test(pattern)),
    );
  }

  private constructor(plain: ReadonlySet<string>, wild: readonly string[]) {
    this.#plain = plain;
    this.#wild = wild;
  }

  matches(text: string): boolean {
    const lower = text.toLowerCase();
    return (
      this.#plain.has(lower) ||
      this.#wild.some(pattern => matches(pattern, lower))
    );
  }
}
