const MAX_DETAIL_CHARS = 300;

/** What a server said, as one short line: some send whole pages. */
export function detailOf(text: unknown): string {
  const line = String(text ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > MAX_DETAIL_CHARS
    ? `${line.slice(0, MAX_DETAIL_CHARS - 1)}…`
    : line;
}
