/**
 * Patterns of IAM: `*` is any text, `?` any one character. A variable of a
 * policy is held as {@link VARIABLE}: a text that nobody here knows.
 */

/** Stands for a policy variable in a pattern; no ARN holds it. */
export const VARIABLE = '\u0000';

/** Whether a pattern matches a text, capitals aside where told so. */
export function matches(
  pattern: string,
  text: string,
  options: { ignoreCase?: boolean } = {},
): boolean {
  if (!/[*?]/.test(pattern) && pattern.length !== text.length) {
    return false;
  }
  return options.ignoreCase
    ? covers(pattern.toLowerCase(), text.toLowerCase())
    : covers(pattern, text);
}

/**
 * Whether everything that `inner` matches, `outer` matches too. Where it says
 * yes it is so; some patterns of odd forms are not seen to be.
 */
export function covers(outer: string, inner: string): boolean {
  if (outer.includes(VARIABLE)) {
    return false;
  }
  // The usual greedy walk: a `*` of the inner pattern is one more character,
  // which only a `*` of the outer one takes.
  let at = 0;
  let from = 0;
  let star = -1;
  let retry = 0;
  while (from < inner.length) {
    if (at < outer.length && takes(outer[at], inner[from])) {
      at += 1;
      from += 1;
    } else if (outer[at] === '*') {
      star = at;
      retry = from;
      at += 1;
    } else if (star !== -1) {
      at = star + 1;
      retry += 1;
      from = retry;
    } else {
      return false;
    }
  }
  while (outer[at] === '*') {
    at += 1;
  }
  return at === outer.length;
}

function takes(outer: string, inner: string): boolean {
  if (outer === '?') {
    return inner !== '*' && inner !== VARIABLE;
  }
  return outer !== '*' && outer === inner;
}

/**
 * Whether a text may be matched by both patterns; a variable may be any text.
 * Where the right one is an ARN, its wildcards stand for no colon: resources of
 * load balancing have none.
 */
export function overlaps(left: string, right: string): boolean {
  if (left === right) {
    return true;
  }
  const colons = !right.startsWith('arn:');
  const a = left.replaceAll(VARIABLE, '*');
  const b = right.replaceAll(VARIABLE, '*');
  if (apart(a, b)) {
    return false;
  }
  // One row a character of the left pattern; what of the right one may follow.
  let row = new Array<boolean>(b.length + 1).fill(false);
  row[0] = true;
  spread(row, b);
  for (const char of a) {
    const next = new Array<boolean>(b.length + 1).fill(false);
    if (char === '*') {
      let any = false;
      for (let at = 0; at <= b.length; at++) {
        any ||= row[at];
        next[at] = any;
      }
    } else {
      for (let at = 0; at < b.length; at++) {
        if (row[at]) {
          const wild = colons || char !== ':';
          if (b[at] === '*') {
            next[at] ||= wild;
          } else if (
            b[at] === char ||
            char === '?' ||
            (b[at] === '?' && wild)
          ) {
            next[at + 1] = true;
          }
        }
      }
    }
    spread(next, b);
    if (!next.includes(true)) {
      return false;
    }
    row = next;
  }
  return row[b.length];
}

/** A `*` may stand for nothing. */
function spread(row: boolean[], pattern: string) {
  for (let at = 0; at < pattern.length; at++) {
    if (row[at] && pattern[at] === '*') {
      row[at + 1] = true;
    }
  }
}

function isWild(char: string): boolean {
  return char === '*' || char === '?';
}

/** What stands before the first wildcard already differs. */
function apart(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at++) {
    if (isWild(a[at]) || isWild(b[at])) {
      return false;
    }
    if (a[at] !== b[at]) {
      return true;
    }
  }
  return false;
}
