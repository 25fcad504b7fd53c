import type { TimelineItem } from '@lbc-backstage/plugin-lbc-common';
import {
  ago,
  controller,
  inService,
  shared,
  unattended,
  unknown,
} from '../../__fixtures__';
import { lifelinesOf, NO_CONTROLLER } from './events';
import { withTimeline } from './timeline';
import { fitLabels, gather, scaleOf } from './scale';

const kinds = (line: { stretches: Array<{ kind: string }> }) =>
  line.stretches.map(({ kind }) => kind);

describe('lifelinesOf', () => {
  it('draws the resource over its states', () => {
    const [resource] = lifelinesOf(unattended, Date.now());
    expect(kinds(resource)).toEqual([
      'provisioning',
      'in-service',
      'unattended',
    ]);
    expect(resource.marks[0].kind).toBe('created');
  });

  it('ends a controller at its last sign of life', () => {
    const [, line] = lifelinesOf(unattended, Date.now());
    expect(line.label).toBe('3.5.0');
    expect(kinds(line)).toEqual(['alive', 'gone']);
    expect(new Date(line.stretches[1].from).toISOString()).toBe(ago(3, 'h'));
    expect(line.marks.map(({ kind }) => kind)).toEqual([
      'changed',
      'reconciled',
      'lease',
    ]);
  });

  it('claims nothing for the time before anybody watched', () => {
    const [resource, line] = lifelinesOf(shared, Date.now());
    expect(kinds(resource)[0]).toBe('not-watched');
    expect(kinds(line)).toEqual(['not-watched', 'alive']);
  });

  it('says that a controller is not known', () => {
    const [resource, line] = lifelinesOf(unknown, Date.now());
    expect(kinds(resource).pop()).toBe('unknown');
    expect(line.id).toBe(NO_CONTROLLER);
    expect(kinds(line).pop()).toBe('not-known');
  });

  it('does not guess between a last success and the end', () => {
    const [, line] = lifelinesOf(
      {
        ...unattended,
        controllers: [
          controller({ liveness: 'gone', leaseRenewedAt: undefined }),
        ],
      },
      Date.now(),
    );
    expect(kinds(line)).toEqual(['alive', 'not-known', 'gone']);
    line.stretches.slice(1).forEach(({ from }, index) => {
      expect(from).toBe(line.stretches[index].to);
    });
  });

  it('remembers that a controller was away in between', () => {
    const [, line] = lifelinesOf(
      {
        ...unattended,
        state: 'in-service',
        since: ago(1, 'h'),
        controllers: [controller()],
        transitions: [
          {
            ...unattended.transitions[0],
            id: 't9',
            from: 'unattended',
            to: 'in-service',
            at: ago(1, 'h'),
          },
          ...unattended.transitions,
        ],
      },
      Date.now(),
    );
    expect(kinds(line)).toEqual(['alive', 'gone', 'alive']);
  });

  it('begins where the owner began, which is before the resource', () => {
    const lines = lifelinesOf(
      {
        ...inService,
        facets: {
          ...inService.facets,
          reconcile: { specChangedAt: ago(20, 'd') },
        },
      },
      Date.now(),
    );
    expect(lines[1].stretches[0]).toMatchObject({
      from: Date.parse(ago(20, 'd')),
      kind: 'not-watched',
    });
  });

  it('stands a subject without any transition', () => {
    const [resource] = lifelinesOf(
      { ...inService, transitions: [], loadBalancer: undefined },
      Date.now(),
    );
    expect(kinds(resource).pop()).toBe('in-service');
  });
});

describe('withTimeline', () => {
  const now = Date.now();
  const gap = (target: string, from: string, to?: string): TimelineItem => ({
    type: 'gap',
    at: from,
    gap: { target, from, ...(to && { to }) },
  });
  const event = (at: string, level: string): TimelineItem => ({
    type: 'event',
    at,
    event: {
      id: at,
      object: { kind: 'Ingress', namespace: 'shop', name: 'web' },
      level,
      reason: 'FailedBuildModel',
      firstAt: at,
      count: 3,
    },
  });

  it('cuts the lines where nobody looked at what they rest on', () => {
    const lines = lifelinesOf(unattended, now);
    const [resource, line] = withTimeline(lines, {
      items: [
        gap('scope:123456789012/eu-west-1', ago(2, 'h'), ago(1, 'h')),
        gap('cluster:prod-1', ago(1, 'h')),
      ],
      inAws: true,
      now,
    });
    expect(kinds(resource)).toEqual([
      'provisioning',
      'in-service',
      'unattended',
      'not-watched',
      'unattended',
    ]);
    expect(resource.gaps).toHaveLength(1);
    expect(kinds(line)).toEqual(['alive', 'gone', 'not-watched']);
    expect(line.stretches[2].to).toBe(now);
  });

  it('marks Events on the line of the controller, and keeps the picture’s measure', () => {
    const lines = lifelinesOf(unattended, now);
    const [resource, line] = withTimeline(lines, {
      items: [
        event(ago(1, 'h'), 'Warning'),
        event(ago(1, 'h'), 'Warning'),
        event(ago(9_000, 'd'), 'Normal'),
      ],
      inAws: true,
      now,
    });
    expect(resource.marks).toEqual(lines[0].marks);
    expect(line.marks.filter(({ kind }) => kind === 'event')).toMatchObject([
      {
        event: {
          object: 'Ingress shop/web',
          reason: 'FailedBuildModel ×6',
          warning: true,
        },
      },
    ]);
    const at = Date.parse(ago(2, 'h'));
    expect(scaleOf([resource, line], now)(at)).toBe(scaleOf(lines, now)(at));
  });
});

describe('scaleOf', () => {
  it('keeps the order and fills the room', () => {
    const now = Date.now();
    const lines = lifelinesOf(unattended, now);
    const scale = scaleOf(lines, now);
    const times = [...new Set(lines[0].stretches.map(({ from }) => from)), now];
    const places = times.map(scale);
    expect(places[0]).toBe(0);
    expect(places[places.length - 1]).toBe(1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });
});

describe('labels', () => {
  it('never cover one another; the newest is written first', () => {
    const placed = fitLabels(
      [
        { x: 10, texts: ['created · first seen here', 'first seen here'] },
        { x: 60, texts: ['in service'] },
        { x: 195, texts: ['unattended'] },
      ],
      { whole: 200, letter: 6 },
    );
    expect(placed[2]).toEqual({ start: 140, text: 'unattended' });
    expect(placed[1]?.text).toBe('in service');
    expect(placed[0]).toBeUndefined();
  });

  it('gathers what happened in one place', () => {
    const marks = [
      { at: 0, kind: 'created' as const },
      { at: 4, kind: 'watched' as const },
      { at: 40, kind: 'ended' as const },
    ];
    expect(gather(marks, at => at).map(place => place.marks.length)).toEqual([
      2, 1,
    ]);
  });
});
