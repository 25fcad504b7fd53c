import type {
  LifecycleState,
  SubjectDetail,
} from '@lbc-backstage/plugin-lbc-common';
import { parseTime } from '../../text';

/** What happened at a point of a line. */
export type MarkKind =
  | 'created'
  | 'watched'
  | 'state'
  | 'ended'
  | 'changed'
  | 'reconciled'
  | 'deletion-asked'
  | 'lease'
  | 'event';

/** A point on a line. */
export interface Mark {
  at: number;
  kind: MarkKind;
  /** The state that began, where it is one's beginning. */
  state?: LifecycleState;
  /** Of an Event: what it says, and whether it is a warning. */
  event?: { object: string; reason: string; text?: string; warning: boolean };
}

/** How a stretch of a line is drawn. */
export type StretchKind =
  | LifecycleState
  | 'not-watched'
  | 'alive'
  | 'gone'
  | 'not-known';

/** A stretch of a line. */
export interface Stretch {
  from: number;
  to: number;
  kind: StretchKind;
}

/** One line over the time that all lines share. */
export interface Lifeline {
  /** `resource`, or the controller's name. */
  id: string;
  who: 'resource' | 'controller';
  /** A version, where one is known. */
  label?: string;
  marks: Mark[];
  stretches: Stretch[];
  /** Times in which nobody looked, though somebody should have. */
  gaps?: Array<{ from: number; to: number }>;
}

/** The line of a controller that nobody found. */
export const NO_CONTROLLER = 'no-controller';

type Controller = SubjectDetail['controllers'][number];

function mark(iso: string | undefined, kind: MarkKind): Mark[] {
  const at = parseTime(iso);
  return at === undefined ? [] : [{ at, kind }];
}

function byTime(marks: Mark[]): Mark[] {
  return [...marks].sort((left, right) => left.at - right.at);
}

/** The resource: from its creation over the states it was seen in. */
function resourceLine(subject: SubjectDetail, now: number): Lifeline {
  const watched = parseTime(subject.firstSeenAt) ?? now;
  const created = parseTime(subject.loadBalancer?.createdAt);
  const ended = parseTime(subject.endedAt);
  const last = ended ?? now;
  const states = subject.transitions
    .flatMap(({ at, to }) => {
      const time = parseTime(at);
      return time === undefined || !to ? [] : [{ time, state: to }];
    })
    .sort((left, right) => left.time - right.time);
  // The list of transitions is cut at fifty, and a fresh state may precede it.
  if (
    states[states.length - 1]?.state !== subject.state &&
    ended === undefined
  ) {
    states.push({
      time: parseTime(subject.since) ?? watched,
      state: subject.state,
    });
  }
  if (states.length === 0) {
    states.push({ time: watched, state: subject.state });
  }

  const stretches: Stretch[] = [];
  const first = Math.min(states[0].time, last);
  const start = Math.min(created ?? watched, watched, first);
  if (start < first) {
    stretches.push({ from: start, to: first, kind: 'not-watched' });
  }
  states.forEach(({ time, state }, index) => {
    const to = Math.min(states[index + 1]?.time ?? last, last);
    if (to > time) {
      stretches.push({ from: time, to, kind: state });
    }
  });

  return {
    id: 'resource',
    who: 'resource',
    stretches,
    marks: byTime([
      ...mark(subject.loadBalancer?.createdAt, 'created'),
      ...mark(subject.firstSeenAt, 'watched'),
      ...states.map(({ time, state }) => ({
        at: time,
        kind: 'state' as const,
        state,
      })),
      ...mark(subject.endedAt, 'ended'),
    ]),
  };
}

/** What is known of a controller from `from` on; earlier nobody watched. */
function livenessOf(
  controller: Pick<Controller, 'liveness' | 'leaseRenewedAt'>,
  subject: SubjectDetail,
  from: number,
  now: number,
): Stretch[] {
  if (controller.liveness === 'alive') {
    return [{ from, to: now, kind: 'alive' }];
  }
  const ends = controller.liveness === 'gone' ? 'gone' : 'not-known';
  const lease = parseTime(controller.leaseRenewedAt);
  if (lease !== undefined) {
    return [
      { from, to: lease, kind: 'alive' },
      { from: Math.max(from, lease), to: now, kind: ends },
    ];
  }
  const success = Math.max(
    from,
    parseTime(subject.facets.reconcile.lastSuccessAt) ?? from,
  );
  const since = Math.max(success, parseTime(subject.since) ?? now);
  return [
    { from, to: success, kind: 'alive' },
    { from: success, to: since, kind: 'not-known' },
    { from: since, to: now, kind: ends },
  ];
}

/** Takes out of a stretch the times in which the subject was seen unattended. */
function withoutAbsences(
  stretch: Stretch,
  resource: readonly Stretch[],
): Stretch[] {
  const result: Stretch[] = [];
  let { from } = stretch;
  for (const absence of resource) {
    const gone = Math.max(absence.from, from);
    const back = Math.min(absence.to, stretch.to);
    if (absence.kind === 'unattended' && back > gone) {
      result.push({ ...stretch, from, to: gone });
      result.push({ from: gone, to: back, kind: 'gone' });
      from = back;
    }
  }
  return [...result, { ...stretch, from }];
}

interface Known {
  id: string;
  liveness: Controller['liveness'];
  version?: string;
  leaseRenewedAt?: string;
}

/** A controller: what is known of it over the same time, and what it was asked and did. */
function controllerLine(
  controller: Known,
  context: {
    subject: SubjectDetail;
    resource: Lifeline;
    start: number;
    now: number;
  },
): Lifeline {
  const { subject, resource, start, now } = context;
  const lease =
    controller.liveness === 'alive'
      ? undefined
      : parseTime(controller.leaseRenewedAt);
  const watched = parseTime(subject.firstSeenAt) ?? start;
  const from = Math.max(start, Math.min(watched, lease ?? watched));
  const stretches: Stretch[] = [
    { from: start, to: from, kind: 'not-watched' },
    ...livenessOf(controller, subject, from, now).flatMap(stretch =>
      withoutAbsences(stretch, resource.stretches),
    ),
  ];
  return {
    id: controller.id,
    who: 'controller',
    label: controller.version,
    stretches: stretches.filter(stretch => stretch.to > stretch.from),
    marks: byTime([
      ...ownerMarks(subject),
      ...(lease === undefined ? [] : [{ at: lease, kind: 'lease' as const }]),
    ]),
  };
}

/** What owners asked for and the controller did about it. */
function ownerMarks(subject: SubjectDetail): Mark[] {
  return [
    ...mark(subject.facets.reconcile.specChangedAt, 'changed'),
    ...mark(subject.facets.reconcile.lastSuccessAt, 'reconciled'),
    ...subject.owners.flatMap(owner =>
      mark(owner.deletionTimestamp, 'deletion-asked'),
    ),
  ];
}

/** The lines of a subject: the resource, then its controllers, or that there is none. */
export function lifelinesOf(subject: SubjectDetail, now: number): Lifeline[] {
  const resource = resourceLine(subject, now);
  const start = Math.min(
    now,
    ...resource.stretches.map(({ from }) => from),
    ...[...resource.marks, ...ownerMarks(subject)].map(({ at }) => at),
  );
  const controllers: Known[] = subject.controllers
    .slice(0, 3)
    .map(controller => ({
      ...controller,
      id: `${controller.namespace}/${controller.name}`,
    }));
  if (controllers.length === 0) {
    controllers.push({
      id: NO_CONTROLLER,
      liveness: subject.controller === 'gone' ? 'gone' : 'unknown',
    });
  }
  return [
    resource,
    ...controllers.map(controller =>
      controllerLine(controller, { subject, resource, start, now }),
    ),
  ];
}
