import type { Lifeline, Mark } from './events';

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
    // Events may be many: they find their place among the rest.
    marks
      .filter(({ kind }) => kind !== 'event')
      .forEach(({ at }) => times.add(Math.min(at, now)));
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

/** A label with the place it wants and what it can say, the fullest first. */
export interface Label {
  x: number;
  texts: readonly string[];
}

/** A label that found its place. */
export interface PlacedLabel {
  start: number;
  text: string;
}

/**
 * Which labels can be written without covering one another. The last comes
 * first, because the newest explains the present; one without room for all of
 * it says less, or nothing: everything stands in the table.
 */
export function fitLabels(
  labels: readonly Label[],
  options: { whole: number; letter: number },
): Array<PlacedLabel | undefined> {
  const { whole, letter } = options;
  const taken: Array<[number, number]> = [];
  const place = ({ x, texts }: Label): PlacedLabel | undefined => {
    for (const text of texts) {
      const width = text.length * letter;
      const start = Math.max(0, Math.min(x - width / 2, whole - width));
      const end = start + width;
      if (taken.every(([from, to]) => end + 6 < from || start - 6 > to)) {
        taken.push([start, end]);
        return { start, text };
      }
    }
    return undefined;
  };
  return [...labels].reverse().map(place).reverse();
}

/** Marks that would be drawn on top of one another, gathered into one. */
export function gather(
  marks: readonly Mark[],
  at: (time: number) => number,
): Array<{ x: number; marks: Mark[] }> {
  const places: Array<{ x: number; marks: Mark[] }> = [];
  for (const mark of marks) {
    const x = at(mark.at);
    const last = places[places.length - 1];
    if (last && x - last.x < 10) {
      last.marks.push(mark);
    } else {
      places.push({ x, marks: [mark] });
    }
  }
  return places;
}
