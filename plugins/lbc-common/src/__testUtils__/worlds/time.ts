/** Minute 0 of every world. */
const BEGIN = Date.parse('2026-06-01T00:00:00Z');

/** Worlds live at the same minutes; making a time is dear. */
const times = new Map<number, string>();

/** A minute of a world as a time (ISO 8601). */
export function timeOf(minute: number): string {
  let time = times.get(minute);
  if (time === undefined) {
    time = new Date(BEGIN + Math.round(minute * 60_000)).toISOString();
    times.set(minute, time);
  }
  return time;
}

/** From one minute until another, which is not in it. */
export interface Span {
  from: number;
  to: number;
}

/** The end of what does not end. */
export const FOREVER = Number.POSITIVE_INFINITY;

/** Whether something is there at a minute. */
export function isAt({ from, to }: Span, minute: number): boolean {
  return from <= minute && minute < to;
}
