import {
  subjectDetailSchema,
  timelineResponseSchema,
} from '@lbc-backstage/plugin-lbc-common/schema';
import { loadBundledWorld } from 'lbc-sandbox';
import { Replay, StreamLogger } from '../replay';

jest.setTimeout(400_000);

describe('the timeline, over the wire', () => {
  const world = loadBundledWorld('failing');
  let replay: Replay;

  beforeAll(async () => {
    replay = await Replay.start({
      world,
      logger: StreamLogger.create({ write: () => {}, level: 'warn' }),
      pace: { roundMs: 9 * 60_000, minRounds: 2 },
    });
  });

  afterAll(async () => {
    await replay?.stop();
  });

  /** What is known of the Ingress `shop/<name>` at a step. */
  async function look(step: string, name: string) {
    const { inventory } = await replay.watch(step);
    const found = inventory.subjects.find(({ owners }) =>
      owners.some(owner => owner.name === name),
    );
    const path = `/subjects/${found?.id}`;
    const detail = subjectDetailSchema.parse(
      (await replay.backend.get(path)).body,
    );
    const timeline = timelineResponseSchema.parse(
      (await replay.backend.get(`${path}/timeline`)).body,
    );
    return {
      convergence: detail.owners[0].convergence,
      items: timeline.items.map(item =>
        item.type === 'event'
          ? `${item.event.object.kind} ${item.event.reason}`
          : item.type,
      ),
    };
  }

  it('says how fast a change was applied, and which was not', async () => {
    const [{ name: step }] = world.steps;
    const web = await look(step, 'web');
    expect(web.convergence).toEqual({
      state: 'applied',
      specChangedAt: '2026-11-23T15:55:18Z',
      appliedAt: '2026-11-23T15:55:19.000Z',
      lagSeconds: 1,
      failures: 0,
    });
    expect([...web.items].sort()).toEqual([
      'Ingress SuccessfullyReconciled',
      'TargetGroupBinding SuccessfullyReconciled',
      'transition',
    ]);
    expect((await look(step, 'nocert')).convergence).toEqual({
      state: 'failing',
      specChangedAt: '2026-11-23T15:55:18Z',
      failures: 12,
      lastFailure: {
        reason: 'FailedBuildModel',
        at: '2026-11-23T15:55:29.000Z',
      },
    });
  });

  it('follows the next change, and keeps what was said before', async () => {
    const web = await look(world.steps[1].name, 'web');
    expect(web.convergence).toMatchObject({
      state: 'failing',
      failures: 12,
    });
    expect(web.items[0]).toBe('transition');
    expect(web.items.slice(-3).sort()).toEqual([
      'Ingress SuccessfullyReconciled',
      'TargetGroupBinding SuccessfullyReconciled',
      'transition',
    ]);
  });
});
