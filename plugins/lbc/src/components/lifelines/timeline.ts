import type { TimelineItem } from '@lbc-backstage/plugin-lbc-common';
import { parseTime } from '../../text';
import type { Lifeline, Mark, Stretch } from './events';

type Gap = NonNullable<Lifeline['gaps']>[number];

function gapsOf(
  items: readonly TimelineItem[],
  source: string,
  now: number,
): Gap[] {
  return items.flatMap(item => {
    if (item.type !== 'gap' || !item.gap.target.startsWith(source)) {
      return [];
    }
    const from = parseTime(item.gap.from);
    const to = item.gap.to === undefined ? now : parseTime(item.gap.to);
    return from !== undefined && to !== undefined && to > from
      ? [{ from, to: Math.min(to, now) }]
      : [];
  });
}

/** What is left of a stretch once nobody looked in between. */
function withoutGap(stretch: Stretch, { from, to }: Gap): Stretch[] {
  const cut = Math.max(stretch.from, from);
  const end = Math.min(stretch.to, to);
  if (stretch.kind === 'not-watched' || end <= cut) {
    return [stretch];
  }
  return [
    { ...stretch, to: cut },
    { from: cut, to: end, kind: 'not-watched' as const },
    { ...stretch, from: end },
  ].filter(part => part.to > part.from);
}

/** Events as marks; those of one kind in one second are one. */
function eventMarks(items: readonly TimelineItem[]): Mark[] {
  const marks = new Map<string, Mark & { count: number }>();
  for (const item of items) {
    const at = parseTime(item.at);
    if (item.type !== 'event' || at === undefined) {
      continue;
    }
    const { object, reason = '', level, text } = item.event;
    const name = `${object.kind} ${object.namespace}/${object.name}`;
    const key = `${at} ${name} ${reason}`;
    const count = item.event.count + (marks.get(key)?.count ?? 0);
    marks.set(key, {
      at,
      kind: 'event',
      count,
      event: {
        object: name,
        reason: count > 1 ? `${reason} ×${count}` : reason,
        ...(text !== undefined && { text }),
        warning: level === 'Warning',
      },
    });
  }
  return [...marks.values()].map(({ count, ...mark }) => mark);
}

/**
 * Lines with what was kept beside the states: times in which nobody looked cut
 * the lines that rest on them, and Events are marks of the first controller,
 * where they are not older than the picture.
 */
export function withTimeline(
  lines: readonly Lifeline[],
  options: {
    items: readonly TimelineItem[];
    /** Without a load balancer the resource is an object of the cluster. */
    inAws: boolean;
    now: number;
  },
): Lifeline[] {
  const { items, inAws, now } = options;
  const start = Math.min(
    now,
    ...lines.flatMap(({ stretches }) => stretches.map(({ from }) => from)),
  );
  const reporter = lines.findIndex(({ who }) => who === 'controller');
  const events = eventMarks(items).filter(({ at }) => at >= start && at <= now);
  return lines.map((line, index) => {
    const source = line.who === 'resource' && inAws ? 'scope:' : 'cluster:';
    const gaps = gapsOf(items, source, now);
    const marks = index === reporter ? [...line.marks, ...events] : line.marks;
    return {
      ...line,
      marks: [...marks].sort((left, right) => left.at - right.at),
      stretches: gaps.reduce(
        (stretches, gap) =>
          stretches.flatMap(stretch => withoutGap(stretch, gap)),
        line.stretches,
      ),
      ...(gaps.length > 0 && { gaps }),
    };
  });
}
