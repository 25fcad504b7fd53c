import { EventObject } from '../objects';
import { ReconcileEvents } from './types';

/** Prefix that the event recorder adds to folded events (observed.md O10). */
const FOLDED = '(combined from similar events): ';

function timeOf(event: EventObject): string {
  return event.lastTimestamp ?? event.eventTime ?? event.firstTimestamp ?? '';
}

/** What an Event says, whenever it came. */
type Saying = Pick<EventObject, 'type' | 'reason' | 'message'>;

/** Warnings that are no failures (observed.md O9): the controller waits for AWS. */
function isWaiting({ message }: Saying): boolean {
  return /requeue needed/i.test(message ?? '');
}

/** Whether an Event says that the controller tried and failed. */
export function isReconcileFailure(event: Saying): boolean {
  return (
    event.type === 'Warning' &&
    /^(Failed|Conflicting|BackendNotFound)/.test(event.reason ?? '') &&
    !isWaiting(event)
  );
}

/** The message without what differs at each repetition. */
function normalised(text: string): string {
  return text
    .replace(FOLDED, '')
    .replace(/,?\s*RequestID: [0-9a-zA-Z-]+/g, '')
    .slice(0, 400);
}

/** Owners, their bindings and findings are read from the same list. */
const known = new WeakMap<
  readonly EventObject[],
  (key: string, uid: string) => ReconcileEvents
>();

/**
 * The controller's last word on each object, by `<kind>/<namespace>/<name>`.
 * Events of an earlier object of the same name are left out by their UID.
 */
export function reconcileEvents(
  events: readonly EventObject[],
): (key: string, uid: string) => ReconcileEvents {
  let read = known.get(events);
  if (!read) {
    read = readEvents(events);
    known.set(events, read);
  }
  return read;
}

function readEvents(
  events: readonly EventObject[],
): (key: string, uid: string) => ReconcileEvents {
  const byKey = new Map<string, EventObject[]>();
  for (const event of events) {
    const { kind, namespace = '', name } = event.involvedObject;
    const key = `${kind}/${namespace}/${name}`;
    const list = byKey.get(key);
    if (list) {
      list.push(event);
    } else {
      byKey.set(key, [event]);
    }
  }
  return (key, uid) => {
    const result: ReconcileEvents = {};
    let newestFailure: EventObject | undefined;
    for (const event of byKey.get(key) ?? []) {
      const other = event.involvedObject.uid;
      if (other !== undefined && other !== uid) {
        continue;
      }
      const at = timeOf(event);
      if (event.reason === 'SuccessfullyReconciled') {
        if (at > (result.lastSuccessAt ?? '')) {
          result.lastSuccessAt = at;
        }
      } else if (
        isReconcileFailure(event) &&
        (!newestFailure || at > timeOf(newestFailure))
      ) {
        newestFailure = event;
      }
    }
    if (newestFailure && timeOf(newestFailure) > (result.lastSuccessAt ?? '')) {
      result.failure = {
        reason: newestFailure.reason ?? '',
        message: normalised(newestFailure.message ?? ''),
        at: timeOf(newestFailure),
      };
    }
    return result;
  };
}
