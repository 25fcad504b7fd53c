import { TestClock } from '../__testUtils__/fleets';
import { microsOf } from '../time';
import { loadBundledWorld } from '../worlds';
import { StagedWorld, StagedWorldOptions } from './StagedWorld';

function stage(options: Partial<StagedWorldOptions> = {}) {
  const clock = new TestClock();
  const staged = StagedWorld.create({
    world: loadBundledWorld('ingress-alb'),
    name: 'mine',
    portalNames: new Map([['prod-1', 'portal-1']]),
    clock: clock.read,
    ...options,
  });
  return { clock, staged };
}

describe('StagedWorld', () => {
  it('begins at the first step and goes on to the last', () => {
    const { staged } = stage();
    expect(staged.step().name).toBe('01-in-service');
    expect(staged.clusters).toEqual([
      { recorded: 'prod-1', portal: 'portal-1' },
    ]);
    expect(staged.goTo()).toBe('02-controller-gone');
    expect(staged.goTo()).toBe('03-deleted-no-controller');
    expect(staged.goTo()).toBe('04-finalizer-removed');
    expect(() => staged.goTo()).toThrow(
      '"mine" is at its last step, 04-finalizer-removed',
    );
  });

  it.each([
    ['02-controller-gone', '02-controller-gone'],
    ['controller-gone', '02-controller-gone'],
    ['02', '02-controller-gone'],
    [2, '02-controller-gone'],
    ['4', '04-finalizer-removed'],
  ])('knows a step as %p', (target, name) => {
    expect(stage().staged.goTo(target)).toBe(name);
    expect(stage({ step: target }).staged.step().name).toBe(name);
  });

  it.each(['nope', 0, 5, ''])('says which steps there are, not %p', target => {
    expect(() => stage().staged.goTo(target)).toThrow(
      /has no step .* its steps are 01-in-service, 02-/,
    );
  });

  it('maps the current step to the time at which it was entered', () => {
    const { clock, staged } = stage();
    const [first, second] = staged.world.steps;
    const entered = clock.now * 1000;
    const created = microsOf('2026-11-23T15:51:27Z');
    const map = staged.timeMap('kubernetes');
    expect(map.map(microsOf(first.recordedAt))).toBe(entered);
    clock.advance(600_000);
    staged.goTo();
    const later = staged.timeMap('kubernetes');
    expect(later.map(microsOf(second.recordedAt))).toBe(clock.now * 1000);
    expect(later.map(created)).toBe(map.map(created));
  });

  it('begins a new mapping when it goes back or to the same step again', () => {
    const { clock, staged } = stage();
    const [first] = staged.world.steps;
    staged.goTo();
    for (const target of [1, 1]) {
      clock.advance(3_600_000);
      staged.goTo(target);
      expect(staged.timeMap('kubernetes').map(microsOf(first.recordedAt))).toBe(
        clock.now * 1000,
      );
    }
  });

  it('takes the time of each folder where they were recorded apart', () => {
    const { clock, staged } = stage({
      world: loadBundledWorld('two-clusters'),
      portalNames: new Map(),
    });
    const entered = clock.now * 1000;
    const blue = staged.timeMap('kubernetes-blue');
    const green = staged.timeMap('kubernetes-green');
    expect(blue.map(microsOf('2026-11-23T15:57:53Z'))).toBe(entered);
    expect(green.map(microsOf('2026-11-23T15:58:15Z'))).toBe(entered);
  });

  it('keeps the mapping of an earlier stay', () => {
    const { clock, staged } = stage();
    const { epoch } = staged;
    const before = staged.timeMap('kubernetes').map(0);
    clock.advance(1000);
    staged.goTo();
    expect(staged.epochById(epoch.id)).toBe(epoch);
    expect(staged.timeMap('kubernetes', epoch).map(0)).toBe(before);
    expect(staged.epochById(99)).toBeUndefined();
  });

  it('says which accounts and Regions it is in', () => {
    const { staged } = stage({
      accountId: '999999999999',
      region: 'us-east-1',
    });
    const [scope] = staged.scopes();
    expect(scope).toMatchObject({
      accountId: '999999999999',
      region: 'us-east-1',
    });
    expect(staged.previousScope(scope)).toBeUndefined();
    staged.goTo();
    expect(staged.previousScope(staged.scopes()[0])?.region).toBe('us-east-1');
  });

  it('needs a step to stand at', () => {
    expect(() => stage({ world: { name: 'empty', steps: [] } })).toThrow(
      'has no steps',
    );
  });
});
