import type { EventObject, UnitResult } from '@lbc-backstage/plugin-lbc-common';
import { timelineItemSchema } from '@lbc-backstage/plugin-lbc-common/schema';
import { describeStore, named } from '../__testUtils__/describeStore';
import { pruneHistory } from '../operations/pruneHistory';
import { writeOwnerEvents } from '../operations/writeOwnerEvents';
import type { TargetRow, WatchGapRow } from '../tables';

jest.setTimeout(60_000);

const OWNER = {
  kind: 'Ingress' as const,
  namespace: 'shop',
  name: 'web',
  exists: true,
  state: 'in-service' as const,
};

const subject = (state: 'in-service' | 'failing' = 'in-service') =>
  named('a', state, { cluster: 'prod-1', owners: [OWNER] });

function event(
  uid: string,
  minute: number,
  more: Partial<EventObject> = {},
): EventObject {
  const at = `2026-11-01T12:${String(minute).padStart(2, '0')}:00Z`;
  return {
    metadata: { name: uid, namespace: 'shop', uid },
    involvedObject: { kind: 'Ingress', namespace: 'shop', name: 'web' },
    type: 'Normal',
    reason: 'SuccessfullyReconciled',
    message: 'Successfully reconciled',
    firstTimestamp: at,
    lastTimestamp: at,
    count: 1,
    source: 'ingress',
    ...more,
  };
}

describeStore('timeline', tests => {
  const keep = (events: EventObject[]) =>
    tests().db.transaction(trx =>
      writeOwnerEvents(trx, {
        cluster: 'prod-1',
        events,
        result: {
          subjects: [subject()],
          targetBindings: [{ namespace: 'shop', name: 'k8s-web' }],
        } as unknown as UnitResult,
      }),
    );

  const list = async (
    options: { limit?: number; cursor?: string; now?: string } = {},
  ) => {
    const page = await tests().store.listTimeline({
      subjectId: 'a',
      limit: 50,
      now: tests().clock.iso(),
      ...options,
    });
    page.items.forEach(item => timelineItemSchema.parse(item));
    return page;
  };

  const said = (items: Awaited<ReturnType<typeof list>>['items']) =>
    items.map(item => {
      switch (item.type) {
        case 'transition':
          return `to ${item.transition.to}`;
        case 'event':
          return `${item.event.reason} ×${item.event.count}`;
        default:
          return `gap of ${item.gap.target}`;
      }
    });

  it('keeps Events of owners and their target bindings, once each', async () => {
    await tests().write([subject()]);
    await tests()
      .db('target_binding')
      .insert({
        id: 'b',
        unit_id: 'cluster:prod-1',
        cluster: 'prod-1',
        subject_id: 'a',
        hash: '',
        body: JSON.stringify({ namespace: 'shop', name: 'k8s-web' }),
      });
    await keep([
      event('e1', 1),
      event('e2', 2, {
        involvedObject: {
          kind: 'TargetGroupBinding',
          namespace: 'shop',
          name: 'k8s-web',
        },
        reason: 'BackendNotFound',
      }),
      event('e3', 3, {
        involvedObject: { kind: 'Ingress', namespace: 'shop', name: 'other' },
      }),
      event('e4', 4, { lastTimestamp: 'no time at all' }),
    ]);
    const repeated = event('e1', 1, {
      lastTimestamp: '2026-11-01T12:09:00Z',
      count: 5,
    });
    await keep([repeated]);
    // What an older reading says of it changes nothing.
    await keep([event('e1', 1)]);
    const { items } = await list();
    expect(said(items)).toEqual([
      'SuccessfullyReconciled ×5',
      'BackendNotFound ×1',
      'to in-service',
    ]);
    expect(items[0]).toMatchObject({
      at: '2026-11-01T12:09:00.000Z',
      event: {
        object: { kind: 'Ingress', namespace: 'shop', name: 'web' },
        firstAt: '2026-11-01T12:01:00.000Z',
        reporter: 'ingress',
      },
    });
  });

  it('pages through all kinds of items, each once, newest first', async () => {
    await tests().write([subject()]);
    tests().clock.advance(300);
    await tests().write([subject('failing')]);
    await keep([event('e1', 5), event('e2', 5), event('e3', 2)]);
    await tests()
      .db<WatchGapRow>('watch_gap')
      .insert([
        gap('2026-11-01T12:05:00.000Z', '2026-11-01T12:30:00.000Z'),
        gap('2026-11-01T12:01:00.000Z', '2026-11-01T12:02:00.000Z'),
        // Before there was anything to watch.
        gap('2026-11-01T10:00:00.000Z', '2026-11-01T11:00:00.000Z'),
      ]);
    tests().clock.advance(3_600);
    const whole = said((await list()).items);
    expect(whole).toEqual([
      'to failing',
      'SuccessfullyReconciled ×1',
      'SuccessfullyReconciled ×1',
      'gap of cluster:prod-1',
      'SuccessfullyReconciled ×1',
      'gap of cluster:prod-1',
      'to in-service',
    ]);
    for (const limit of [1, 2, 3]) {
      const pages: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list({ limit, cursor });
        pages.push(...said(page.items));
        cursor = page.nextCursor;
      } while (cursor);
      expect(pages).toEqual(whole);
    }
    await expect(list({ cursor: 'nonsense' })).rejects.toThrow(
      /not one of this list/,
    );
  });

  it('says that a gap still lasts', async () => {
    await tests().write([subject()]);
    await tests()
      .db<TargetRow>('target')
      .insert({
        id: 'cluster:prod-1',
        kind: 'cluster',
        name: 'prod-1',
        observed_at: tests().clock.iso(),
        cadence_ms: 300_000,
        health_seq: 0,
        discovered_at: tests().clock.iso(),
      } as TargetRow);
    const from = tests().clock.iso();
    tests().clock.advance(600);
    expect(said((await list()).items)).toEqual(['to in-service']);
    tests().clock.advance(1);
    const { items } = await list();
    expect(items.find(({ type }) => type === 'gap')).toEqual({
      type: 'gap',
      at: from,
      gap: { target: 'cluster:prod-1', from },
    });
    const first = await list({ limit: 1 });
    const rest = await list({ limit: 5, cursor: first.nextCursor });
    expect(said([...first.items, ...rest.items])).toEqual(said(items));
  });

  it('says what was reported of owners, and since when nothing was missed', async () => {
    await tests().write([subject()]);
    await keep([event('e1', 1)]);
    const { reports, watchedFrom } = await tests().store.listReports('a');
    expect(reports).toMatchObject([
      { name: 'web', report: { reason: 'SuccessfullyReconciled', count: 1 } },
    ]);
    // Nobody has read Events.
    expect(watchedFrom).toBeUndefined();

    const firstSeen = tests().clock.iso();
    await tests().db('snapshot').insert({
      target_id: 'cluster:prod-1',
      kind: 'events',
      coverage: 'complete',
      attempted_at: firstSeen,
      items: 1,
    });
    const since = async () =>
      (await tests().store.listReports('a')).watchedFrom;
    expect(await since()).toBe(firstSeen);
    await tests()
      .db<WatchGapRow>('watch_gap')
      .insert([
        gap('2026-11-01T13:00:00.000Z', '2026-11-01T13:40:00.000Z'),
        gap('2026-11-01T14:00:00.000Z', '2026-11-01T15:00:00.000Z'),
        gap('2026-11-01T16:00:00.000Z', '2026-11-01T16:40:00.000Z'),
      ]);
    expect(await since()).toBe('2026-11-01T15:00:00.000Z');
  });

  it('keeps so many, for so long', async () => {
    await tests().write([subject()]);
    await keep([1, 2, 3, 4, 5].map(minute => event(`e${minute}`, minute)));
    await tests().db.transaction(trx =>
      pruneHistory(trx, { before: '2026-11-01T12:03:30.000Z', perSubject: 1 }),
    );
    expect((await list()).items.map(({ at }) => at)).toEqual([
      '2026-11-01T12:05:00.000Z',
    ]);
  });
});

function gap(from_at: string, to_at: string) {
  return { target_id: 'cluster:prod-1', from_at, to_at } as WatchGapRow;
}
