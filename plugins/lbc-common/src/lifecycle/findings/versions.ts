/** A release as numbers: `[3, 5, 0]` of `v3.5.0`. */
function numbers(version: string): number[] {
  return version
    .replace(/^v/, '')
    .split(/[.-]/)
    .slice(0, 3)
    .map(part => Number.parseInt(part, 10) || 0);
}

/** Whether a release is the other one or newer. */
export function isAtLeast(version: string, other: string): boolean {
  const [left, right] = [numbers(version), numbers(other)];
  for (let index = 0; index < 3; index++) {
    if (left[index] !== right[index]) {
      return (left[index] ?? 0) > (right[index] ?? 0);
    }
  }
  return true;
}
