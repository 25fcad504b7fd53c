/** Characters that act instead of being shown: C0 and C1, and the line ends of Unicode. */
const ACTING = /[\p{Cc}\u2028\u2029]+/gu;

/** They turn the text around them over: what is read is not what is there. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text from outside as text alone: one line, no control sequence for a
 * terminal, nothing that changes the direction of what stands beside it. What
 * is lost shows as U+FFFD, because a name without it would be another name.
 * @public
 */
export function inertText(text: string): string {
  return text.replace(ACTING, ' ').replace(TURNING, '\ufffd');
}
