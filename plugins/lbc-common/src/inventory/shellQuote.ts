/** Words that no shell takes for anything else. `=ls` would be a path in zsh. */
const PLAIN = /^[A-Za-z0-9_./:@%+,-][A-Za-z0-9_./:@%+=,-]*$/;

/**
 * What a terminal or an eye takes for something else when it is pasted: control
 * characters end a line or the quotes that a line editor keeps, others turn the
 * text around.
 */
const UNSEEN =
  /[\p{Cc}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]/u;

/** The bytes of a character, as `$'…'` of a shell writes them. */
function bytesOf(character: string): string {
  // Half of a pair is no character, and has no bytes of its own.
  const whole = /^[\ud800-\udfff]$/.test(character) ? '\ufffd' : character;
  return whole === "'"
    ? '\\x27'
    : encodeURIComponent(whole).replace(/%/g, '\\x');
}

/** Quotes a word for a POSIX shell, so that it is one word wherever it is pasted. @public */
export function shellQuote(word: string): string {
  if (PLAIN.test(word)) {
    return word;
  }
  if (!UNSEEN.test(word)) {
    return `'${word.replace(/'/g, `'\\''`)}'`;
  }
  const inner = Array.from(word, character => {
    if (character === '\\') {
      return '\\\\';
    }
    // A shell without `$'…'` takes these for quotes in which no quote can stand.
    return character === "'" || UNSEEN.test(character)
      ? bytesOf(character)
      : character;
  });
  return `$'${inner.join('')}'`;
}

/**
 * Whether a word may stand where a command takes a name. One with a dash before
 * it is an option to `kubectl` and `aws`, however it is quoted.
 */
export function isOperand(word: string): boolean {
  return word !== '' && !word.startsWith('-');
}
