const TIMESTAMP =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/;

/** A point in time together with the way it was written. */
export interface Timestamp {
  /** Microseconds since the epoch: what Kubernetes writes at most, and still an exact number. */
  micros: number;
  /** How many digits stood after the decimal point. */
  digits: number;
  /** `Z` or an offset such as `+00:00`. */
  zone: string;
}

/** Reads an RFC 3339 timestamp; anything else is `undefined`. */
export function parseTimestamp(text: string): Timestamp | undefined {
  // The regular expression would do; the two comparisons spare it for most strings.
  if (text.length < 20 || text[10] !== 'T') {
    return undefined;
  }
  const match = TIMESTAMP.exec(text);
  if (!match) {
    return undefined;
  }
  const [, seconds, fraction = '', zone] = match;
  const millis = Date.parse(`${seconds}${zone}`);
  if (Number.isNaN(millis)) {
    return undefined;
  }
  const micros = Number(fraction.padEnd(6, '0').slice(0, 6));
  return { micros: millis * 1000 + micros, digits: fraction.length, zone };
}

/** Writes a timestamp as it was written before: same precision, same zone. */
export function formatTimestamp(timestamp: Timestamp): string {
  const { digits, zone } = timestamp;
  const micros = Math.floor(timestamp.micros) + offsetMinutes(zone) * 60e6;
  const wholeSeconds = Math.floor(micros / 1e6);
  const rest = micros - wholeSeconds * 1e6;
  const base = new Date(wholeSeconds * 1000).toISOString().slice(0, 19);
  if (digits === 0) {
    return `${base}${zone}`;
  }
  const fraction = String(rest)
    .padStart(6, '0')
    .padEnd(9, '0')
    .slice(0, digits);
  return `${base}.${fraction}${zone}`;
}

/** Microseconds since the epoch of a timestamp that must be one. */
export function microsOf(text: string): number {
  const parsed = parseTimestamp(text);
  if (!parsed) {
    throw new Error(`"${text}" is not an RFC 3339 timestamp`);
  }
  return parsed.micros;
}

function offsetMinutes(zone: string): number {
  if (zone === 'Z') {
    return 0;
  }
  const sign = zone.startsWith('-') ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)));
}
