import { JsonValue, mapStrings } from '../json';
import { formatTimestamp, parseTimestamp } from './timestamp';
import { TimeMap } from './TimeMap';

/** The controller's annotations that hold seconds since the epoch. */
const UNIX_SECONDS_KEY = /^elbv2\.k8s\.aws\/.*timestamp$/;
const UNIX_SECONDS = /^\d{10}$/;

/** Maps every recorded time of a JSON value onto the fleet's clock. */
export function mapTimes(value: JsonValue, map: TimeMap): JsonValue {
  return mapStrings(value, {
    value: (text, key) => {
      if (UNIX_SECONDS_KEY.test(key) && UNIX_SECONDS.test(text)) {
        return String(Math.floor(map.map(Number(text) * 1e6) / 1e6));
      }
      return mapTimestamp(text, map);
    },
  });
}

/** Maps one string if it is a timestamp. */
export function mapTimestamp(text: string, map: TimeMap): string {
  const timestamp = parseTimestamp(text);
  // The epoch itself is a placeholder ("never"), e.g. in the defaults of the
  // Gateway API's definitions, and no time that anything happened at.
  if (!timestamp || timestamp.micros === 0) {
    return text;
  }
  return formatTimestamp({ ...timestamp, micros: map.map(timestamp.micros) });
}
