import { Random } from '../generate/random';
import { TimeMap, TimeMark } from './TimeMap';

const SECOND = 1e6;
const mark = (recorded: number, entered: number): TimeMark => ({
  recorded: recorded * SECOND,
  entered: entered * SECOND,
});
const at = (map: TimeMap, seconds: number) =>
  map.map(seconds * SECOND) / SECOND;

describe('TimeMap', () => {
  it('shifts everything at the first step', () => {
    const map = new TimeMap([mark(100, 1000)]);
    expect(at(map, 100)).toBe(1000);
    expect(at(map, 40)).toBe(940);
    expect(at(map, 103)).toBe(1003);
  });

  it('shifts what happened since the last step, where there was time for it', () => {
    const map = new TimeMap([mark(100, 1000), mark(120, 1060)]);
    expect(at(map, 100)).toBe(1000);
    expect(at(map, 40)).toBe(940);
    expect(at(map, 120)).toBe(1060);
    expect(at(map, 101)).toBe(1041);
    expect(at(map, 125)).toBe(1065);
  });

  it('squeezes what happened since, where the fleet took less time', () => {
    const map = new TimeMap([mark(100, 1000), mark(120, 1010)]);
    expect(at(map, 100)).toBe(1000);
    expect(at(map, 110)).toBe(1005);
    expect(at(map, 120)).toBe(1010);
    expect(at(map, 121)).toBe(1011);
  });

  it('takes steps that were recorded in the same second, and clocks that go back', () => {
    const same = new TimeMap([mark(100, 1000), mark(100, 1060)]);
    expect(at(same, 100)).toBe(1000);
    expect(at(same, 101)).toBe(1061);
    const back = new TimeMap([mark(100, 1000), mark(120, 900)]);
    expect(at(back, 100)).toBe(1000);
    expect(at(back, 120)).toBe(1000);
  });

  it('needs a step', () => {
    expect(() => new TimeMap([])).toThrow('entered first');
  });

  /** Marks as steps leave them: some close together, some at once. */
  function randomMarks(random: Random): TimeMark[] {
    let recorded = 10_000;
    let entered = 500_000;
    return Array.from({ length: random.int(1, 6) }, () => {
      recorded += random.pick([0, 1, 3, 20, 600]);
      entered += random.pick([0, 0.5, 2, 20, 7200]);
      return mark(recorded, entered);
    });
  }

  it('never turns two times around', () => {
    for (let seed = 0; seed < 200; seed++) {
      const random = new Random(seed);
      const map = new TimeMap(randomMarks(random));
      const mapped = Array.from({ length: 300 }, () =>
        random.int(9_000 * SECOND, 13_000 * SECOND),
      )
        .sort((a, b) => a - b)
        .map(time => map.map(time));
      expect([...mapped].sort((a, b) => a - b)).toEqual(mapped);
    }
  });

  it('keeps what was mapped up to the step before, and makes the new step now', () => {
    for (let seed = 0; seed < 200; seed++) {
      const random = new Random(seed + 1000);
      const marks = randomMarks(random);
      const before = new TimeMap(marks);
      const last = marks[marks.length - 1];
      const next: TimeMark = {
        recorded: last.recorded + random.int(1, 500) * SECOND,
        entered: last.entered + random.int(0, 500) * SECOND,
      };
      const after = new TimeMap([...marks, next]);
      for (let index = 0; index < 50; index++) {
        const time = last.recorded - random.int(0, 5000) * SECOND;
        expect(after.map(time)).toBe(before.map(time));
      }
      expect(after.map(next.recorded)).toBe(next.entered);
      // Nothing that has happened lies in the future.
      const since = next.recorded - random.int(0, 400) * SECOND;
      expect(after.map(since)).toBeLessThanOrEqual(next.entered);
    }
  });
});
