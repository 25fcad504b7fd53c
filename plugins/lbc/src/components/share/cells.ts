import { inertText } from '@lbc-backstage/plugin-lbc-common';

/** What a spreadsheet takes for a formula when the text is pasted into it. */
const FORMULA = /^\s*[=+\-@]/;

/**
 * One row of text. Names come from clusters and from AWS: no cell may break the
 * table, and none becomes a formula where the text is pasted.
 */
export function row(cells: readonly string[]): string {
  return cells
    .map(cell => {
      const text = inertText(cell);
      return FORMULA.test(text) ? `'${text}` : text;
    })
    .join('\t');
}
