import type { BenchLine } from './types';

function format(value: number): string {
  if (Number.isInteger(value)) {
    return String(value);
  }
  return value.toFixed(value < 10 ? 2 : 1);
}

function goalOf({ goal, value, ok }: BenchLine): string {
  if (goal === null) {
    return '';
  }
  const met = ok ? 'met' : `MISSED by ${format(Math.abs(value - goal))}`;
  return `${format(goal)}  ${met}`;
}

/** The lines as people read them. */
export function table(lines: readonly BenchLine[]): string {
  const rows = [
    ['measured', 'value', '', 'goal'],
    ...lines.map(line => [
      line.name,
      format(line.value),
      line.unit,
      goalOf(line),
    ]),
  ];
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  return rows
    .map(([name, value, unit, goal]) =>
      [
        name.padEnd(widths[0]),
        value.padStart(widths[1]),
        unit.padEnd(widths[2]),
        goal,
      ]
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
