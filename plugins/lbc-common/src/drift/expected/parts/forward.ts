/** Several target groups need a weight each. */
export function checkedTuples(
  targets: ReadonlyArray<{ weight?: number }>,
  wrong: () => never,
): void {
  if (
    targets.length > 1 &&
    targets.some(({ weight }) => weight === undefined)
  ) {
    wrong();
  }
}
