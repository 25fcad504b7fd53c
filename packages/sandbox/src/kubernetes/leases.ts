import { JsonObject, asObject, asString } from '../json';
import { formatTimestamp, parseTimestamp } from '../time';

/** How often a leader renews its lease, in microseconds. */
const RENEW_PERIOD = 2e6;

/** Options of {@link keepRenewed}. */
export interface LeaseOptions {
  /** As recorded. */
  recorded: JsonObject;
  /** With its times mapped onto the fleet's clock. */
  mapped: JsonObject;
  /** When the recording was made, in microseconds. */
  recordedAt: number;
  /** The fleet's clock, in milliseconds. */
  now: number;
}

/**
 * A lease that its holder kept renewing when it was recorded goes on being
 * renewed: the holder is alive for as long as the world stands at the step.
 */
export function keepRenewed(options: LeaseOptions): JsonObject {
  const { recorded, mapped, recordedAt, now } = options;
  const spec = asObject(recorded.spec);
  const renewTime = parseTimestamp(asString(spec.renewTime));
  const duration = spec.leaseDurationSeconds;
  const held = asString(spec.holderIdentity) !== '';
  if (!renewTime || typeof duration !== 'number' || !held) {
    return mapped;
  }
  if (recordedAt - renewTime.micros >= duration * 1e6) {
    return mapped;
  }
  // The holder renews in a rhythm of its own, not at the moment of each look.
  const micros = now * 1000;
  const acquired = parseTimestamp(asString(asObject(mapped.spec).acquireTime));
  const renewed = formatTimestamp({
    ...renewTime,
    // Nobody renews what was not acquired yet.
    micros: Math.max(micros - (micros % RENEW_PERIOD), acquired?.micros ?? 0),
  });
  return { ...mapped, spec: { ...asObject(mapped.spec), renewTime: renewed } };
}
