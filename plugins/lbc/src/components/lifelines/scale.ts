import type { Lifeline } from './events';

/** Turns times into places between 0 and 1. */
export interface Scale {
  (at: number): number;
}

/**
 * A day of silence and a minute of trouble belong on one picture, so gaps are
 * drawn by their logarithm: the order is true, the lengths are not.
 */
export function scaleOf(lines: readonly Lifeline[], now: number): Scale {
  const times = new Set<number>([now]);
  for (const { marks, stretches } of lines) {
    marks.forEach(({ at }) => times.add(Math.min(at, now)));
    stretches.forEach(({ from, to }) => {
      times.add(Math.min(from, now));
      times.add(Math.min(to, now));
    });
  }
  const stops = [...times].sort((left, right) => left - right);
  const places = [0];
  for (let index = 1; index < stops.length; index++) {
    const gapMinutes = (stops[index] - stops[index - 1]) / 60_000;
    places.push(places[index - 1] + 0.6 + Math.log10(1 + gapMinutes));
  }
  const whole = places[places.length - 1] || 1;

  return at => {
    if (stops.length === 1) {
      return at < now ? 0 : 1;
    }
    const next = stops.findIndex(stop => stop >= at);
    if (next === -1) {
      return 1;
    }
    if (next === 0 || stops[next] === at) {
      return places[next] / whole;
    }
    const share = (at - stops[next - 1]) / (stops[next] - stops[next - 1]);
    return (
      (places[next - 1] + share * (places[next] - places[next - 1])) / whole
    );
  };
}

/** A label with the place it wants and the width it needs. */
export interface Label {
  x: number;
  width: number;
}

/**
 * Which labels can be written without covering one another, in order of
 * importance: the last first, because the newest explains the present. What is
 * left out stands in the table.
 */
export function fitLabels(
  labels: readonly Label[],
  whole: number,
): Array<{ start: number } | undefined> {
  const taken: Array<[number, number]> = [];
  const result: Array<{ start: number } | undefined> = labels.map(
    () => undefined,
  );
  for (let index = labels.length - 1; index >= 0; index--) {
    const { x, width } = labels[index];
    const start = Math.max(0, Math.min(x - width / 2, whole - width));
    const end = start + width;
    if (taken.every(([from, to]) => end + 6 < from || start - 6 > to)) {
      taken.push([start, end]);
      result[index] = { start };
    }
  }
  return result;
}
