import { inertText } from '@lbc-backstage/plugin-lbc-common';

const MAX_DETAIL_CHARS = 300;

/**
 * Servers and proxies quote what they were sent, AWS the headers that a request
 * was signed with: what opens a door there is left out.
 */
const CREDENTIALS: ReadonlyArray<[RegExp, string]> = [
  [/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, '$1 …'],
  [/(x-amz-security-token['"]?\s*[:=]\s*['"]?)[\w+/=%-]+/gi, '$1…'],
  [/\beyJ[\w-]{8,}(\.[\w-]*){0,2}/g, '…'],
];

/** What a server said, as one short line: some send whole pages. */
export function detailOf(text: unknown): string {
  const whole = String(text ?? '').slice(0, 100_000);
  const line = CREDENTIALS.reduce(
    (said, [pattern, instead]) => said.replace(pattern, instead),
    inertText(whole),
  )
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > MAX_DETAIL_CHARS
    ? `${line.slice(0, MAX_DETAIL_CHARS - 1)}…`
    : line;
}
