import type { english } from './english';

/**
 * Values a sentence may name. Numbers carry the unit of the sentence; times
 * are ISO 8601 strings and end in `At`, durations are seconds and end in
 * `Seconds`, a resource of a stack is its path and ends in `Place`, so that a
 * renderer knows how to show them. Only a `statement` has more than one line.
 * @public
 */
export type MessageParams = Record<
  string,
  string | number | boolean | readonly string[]
>;

/** A code of the message catalogues. @public */
export type MessageCode = keyof typeof english;

/**
 * What the domain says instead of a sentence: a code and the values it names.
 * Sentences live in the catalogues; see {@link renderMessage}.
 * @public
 */
export interface Message {
  code: MessageCode;
  params?: MessageParams;
}

/** Makes a {@link Message}; the compiler knows every code. @public */
export function message(code: MessageCode, params?: MessageParams): Message {
  return params ? { code, params } : { code };
}
