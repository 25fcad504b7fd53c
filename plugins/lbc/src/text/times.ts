const DAY_MS = 86_400_000;

function startOfDay(ms: number): number {
  const date = new Date(ms);
  date.setHours(0, 0, 0, 0);
  return date.getTime();
}

/** `undefined` for what is no time. */
export function parseTime(iso: string | undefined): number | undefined {
  const ms = iso === undefined ? NaN : Date.parse(iso);
  return Number.isNaN(ms) ? undefined : ms;
}

/** Which words go before a clock time. */
export type Day = 'today' | 'yesterday' | 'other';

/** The calendar day of a time, as the reader would say it. */
export function dayOf(ms: number, now: number): Day {
  const days = Math.round((startOfDay(now) - startOfDay(ms)) / DAY_MS);
  if (days === 0) {
    return 'today';
  }
  return days === 1 ? 'yesterday' : 'other';
}

/** `09:12` */
export function clock(ms: number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(ms);
}

/** `24 Nov 09:12`, with the year where it is another one. */
export function dateAndClock(ms: number, now: number, locale?: string): string {
  const sameYear = new Date(ms).getFullYear() === new Date(now).getFullYear();
  const date = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(!sameYear && { year: 'numeric' }),
  }).format(ms);
  return `${date} ${clock(ms, locale)}`;
}

/** With seconds and time zone, for the pointer's rest. */
export function absolute(ms: number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'long',
  }).format(ms);
}
